import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { personsNamed } from '../../pipeline/clauses/draft/persons-named.js';
import { isOlderThan } from '../../pipeline/clauses/draft/years-apart.js';
import { EMPTY_CONTENT } from '../../pipeline/model/draft.js';
import type { Finding } from '../../pipeline/model/finding.js';
import type { Norms } from '../../pipeline/model/norms.js';
import type { Official } from '../../pipeline/model/office.js';
import { VISA_RULES } from '../../pipeline/model/visa-matrix.js';
import { NORMS } from '../../pipeline/norms/norms.js';
import { day, OFFICE } from './fixture-office.js';
import { judged, WORLD } from './judged.js';

const DRAFT = readFileSync(new URL('../../fixtures/clauses/5.10-visas/pass-all.json', import.meta.url), 'utf8');

/** Refusals of the sound draft, with what a test changes in it, in the fixture office with what a test changes there. */
async function refusals(office: { officials?: readonly Official[]; norms?: Partial<Norms> }, text = DRAFT): Promise<readonly Finding[]> {
  const found = await judged('draft.json', Buffer.from(text), { ...WORLD, office: { ...OFFICE, ...office } });
  return found.filter(({ severity }) => severity === 'refuse');
}

describe('the matrix of visas', () => {
  it('asks by rules that each have a row', () => {
    expect(new Set(NORMS.visas.flatMap(({ value }) => value.map(({ rule }) => rule)))).toEqual(new Set(VISA_RULES));
  });

  it('is the office’s, where it has one of its own', async () => {
    const visas = [{ rule: '5.10-visas', when: { collegial: true }, by: ['executor', ['accounting', 'archive']] }] as const;
    expect((await refusals({ norms: { visas } })).map(({ rule, message }) => [rule, message])).toEqual([
      ['5.10-visas', 'Немає візи: відділу бухгалтерського обліку та звітності (accounting) або архівного відділу (archive)'],
    ]);
  });

  it('asks once for a visa that two clauses want', async () => {
    const draft = JSON.parse(DRAFT) as { visas: { role: string }[] };
    const changes = [{ act: { series: 'decision', date: '2021-02-09', number: '28' }, how: 'amends', explanation: 'Змінилися строки.' }];
    const visas = draft.visas.filter(({ role }) => role !== 'legal' && role !== 'general');
    const found = await refusals({}, JSON.stringify({ ...draft, normative: true, changes, visas }));
    expect(found.map(({ rule }) => rule)).toEqual(['10.7-legal', '5.11-general-visa']);
  });
});

describe('who visas', () => {
  const acting: Official = {
    ...{ id: 'acting-legal', role: 'legal', units: [], post: 'В. о. начальника юридичного відділу', name: 'Ніна ПРОБНА', acting: true },
    ...{ from: day('2021-09-01'), to: day('2021-09-10') },
  };
  const draft = DRAFT.replace('Начальник юридичного відділу', acting.post).replace('Наталія СОКІЛ', acting.name);

  it('may act for another, on a ground', async () => {
    const ground = 'розпорядження міського голови від 31.08.2021 № 131-к';
    expect(await refusals({ officials: [...OFFICE.officials, { ...acting, ground }] }, draft)).toEqual([]);
  });

  it.each([
    ['without a ground', OFFICE.officials.concat(acting), 'У налаштуваннях не вказано, на якій підставі «Ніна ПРОБНА» виконує обовʼязки'],
    [
      'at another time',
      OFFICE.officials.concat({ ...acting, ground: 'розпорядження', to: day('2021-09-02') }),
      'Віза юридичного відділу: станом на 03.09.2021 «Ніна ПРОБНА» не має повноважень її ставити',
    ],
  ])('does not act for another %s', async (_when, officials, message) => {
    expect((await refusals({ officials }, draft)).map((found) => found.message)).toEqual([message]);
  });

  it('is not asked of an office that lists nobody in that part', async () => {
    expect(await refusals({ officials: OFFICE.officials.filter(({ role }) => role !== 'legal') }, draft)).toEqual([]);
  });
});

describe('persons whom an order names', () => {
  it.each([
    ['Призначити Петра ІВАНЕНКА на посаду.', ['ІВАНЕНКА']],
    ['Призначити Іваненка Петра Миколайовича на посаду.', ['Іваненка']],
    ['Надати відпустку Ользі Степанівні Романчук та Іллі НЕЧУЮ-ЛЕВИЦЬКОМУ.', ['Романчук', 'НЕЧУЮ-ЛЕВИЦЬКОМУ']],
    ['Голові ОСББ «Мрія» та директору КНП надати відомості.', []],
    ['Контроль за виконанням цього розпорядження залишаю за собою.', []],
  ])('are read from «%s»', (text, surnames) => {
    const content = { ...EMPTY_CONTENT, kind: '', operative: [{ n: '1', text, points: [] }] };
    expect(personsNamed(content).map(({ surname }) => surname)).toEqual(surnames);
  });
});

describe('years between two acts', () => {
  it.each([
    ['2019-09-14', '2021-09-14', false],
    ['2019-09-13', '2021-09-14', true],
    ['2020-02-29', '2022-02-28', false],
    ['2020-02-29', '2022-03-01', true],
  ])('of %s and %s are more than two: %s', (older, later, is) => {
    expect(isOlderThan(2, day(older), day(later))).toBe(is);
  });
});
