import { describe, expect, it } from 'vitest';
import { addresseesOf, groundsOf, materialsLetter, type Occasion, refusalLetter } from '../../pipeline/letters/letters.js';
import type { Digest } from '../../pipeline/model/digest.js';
import { type Finding, ruleId } from '../../pipeline/model/finding.js';
import { day, OFFICE } from '../clauses/fixture-office.js';
import { judged } from '../clauses/judged.js';

const OCCASION: Occasion = {
  ...{ office: OFFICE, claim: '20211116T090000000Z-00001', contract: '1'.repeat(64) as Digest, date: day('2021-11-18') },
  ...{ subject: 'технічна сіль', addressees: [{ to: 'ТОВ «Зразок»', address: 'м. Каховка' }] },
};
const DATES = { concluded: day('2021-11-15'), received: day('2021-11-16') };

function finding(message: string, more: Partial<Finding> = {}): Finding {
  const at = { pointer: '/subject', line: 7, column: 3 };
  return {
    file: 'k.zip',
    rule: ruleId('27.10-subject'),
    clause: '27.10.1',
    severity: 'refuse',
    message,
    expected: null,
    hint: null,
    at,
    ...more,
  };
}

const said = (letter: { readonly bytes: Buffer }) => JSON.parse(letter.bytes.toString()) as Record<string, unknown>;

describe('a letter that returns a contract', () => {
  it('lists what the contract is refused for, each with its clause and its place, and no remark', () => {
    const found = [
      finding('Немає предмета договору (subject)'),
      finding('Колір тексту не чорний', { clause: '27.6', at: { pointer: '/original/file', line: 9, column: 1, page: 2 } }),
      finding('Невідоме поле', { clause: null, at: { pointer: '', line: null, column: null } }),
      finding('Сторінка є зображенням', { severity: 'warn' }),
    ];
    expect(said(refusalLetter(OCCASION, DATES, groundsOf(found)))).toEqual({
      ...{ kind: 'contract-refusal', id: OCCASION.claim, issuer: 'legal', contract: OCCASION.contract, ...DATES, subject: 'технічна сіль' },
      addressees: [{ to: 'ТОВ «Зразок»', address: 'м. Каховка' }],
      grounds: [
        { clause: '27.10.1', text: 'Немає предмета договору' },
        { clause: '27.6', text: 'Сторінка 2: Колір тексту не чорний' },
        { text: 'Невідоме поле' },
      ],
      ...{ signing: { date: '2021-11-18' }, signatory: { post: 'Начальник юридичного відділу', name: 'Наталія СОКІЛ' } },
    });
  });

  it('has the same bytes for the same occasion and others for another claim, and passes all rules', async () => {
    const grounds = groundsOf([finding('Немає предмета договору')]);
    const one = refusalLetter(OCCASION, DATES, grounds);
    expect(refusalLetter({ ...OCCASION }, { ...DATES }, grounds)).toEqual(one);
    expect(refusalLetter({ ...OCCASION, claim: 'another' }, DATES, grounds).bytes).not.toEqual(one.bytes);
    expect((await judged(one.name, one.bytes)).filter(({ severity }) => severity === 'refuse')).toEqual([]);
    const asking = materialsLetter({ ...OCCASION, contract: '2'.repeat(64) as Digest }, ['Технічний паспорт']);
    expect((await judged(asking.name, asking.bytes)).filter(({ severity }) => severity === 'refuse')).toEqual([]);
  });

  it('is not refused for the words that it tells of', async () => {
    const occasion = { ...OCCASION, subject: 'сiль\u200B', addressees: [{ to: 'ТОВ «Bзірець»', address: 'м. Каxовка 🏠' }] };
    const grounds = groundsOf([finding('У слові «Bзірець» є літери іншої абетки: «B»'), finding('Немає строку')]);
    const first = refusalLetter(occasion, DATES, grounds);
    const spoilt = new Set((await judged(first.name, first.bytes)).map(({ at }) => at.pointer));
    const letter = refusalLetter(occasion, DATES, grounds, spoilt);
    expect((await judged(letter.name, letter.bytes)).filter(({ severity }) => severity === 'refuse')).toEqual([]);
    expect(said(letter)).toMatchObject({
      addressees: [{ to: 'Стороні договору' }],
      grounds: [{ text: 'У слові «…»' }, { text: 'Немає строку' }],
    });
  });

  it('goes to the parties together where nobody knows who they are, and is signed by nobody where nobody may', () => {
    expect(addresseesOf([])).toEqual([{ to: 'Сторонам договору' }]);
    const before = said(refusalLetter({ ...OCCASION, addressees: addresseesOf([]), date: day('2019-01-10') }, DATES, []));
    expect(before).toMatchObject({ addressees: [{ to: 'Сторонам договору' }] });
    expect(before).not.toHaveProperty('signatory');
  });
});
