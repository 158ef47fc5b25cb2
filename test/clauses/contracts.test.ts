import { describe, expect, it } from 'vitest';
import { bankCodeIn, isIban } from '../../pipeline/clauses/draft/account-number.js';
import { contractOnRecord, contractStateRemarks } from '../../pipeline/clauses/draft/contract-on-record.js';
import { isLegalPersonCode, isTaxpayerNumber } from '../../pipeline/clauses/draft/identity-codes.js';
import type { ActOnRecord } from '../../pipeline/model/act-on-record.js';
import { type DraftContent, EMPTY_CONTENT } from '../../pipeline/model/draft.js';
import type { Finding } from '../../pipeline/model/finding.js';
import type { Norms } from '../../pipeline/model/norms.js';
import type { RegisterWorld } from '../../pipeline/model/rule.js';
import { NORMS } from '../../pipeline/norms/norms.js';
import { day, OFFICE } from './fixture-office.js';
import { judged, WORLD } from './judged.js';

const CARD = {
  ...{ kind: 'contract', contractType: 'supply', concluded: '2025-08-27', received: '2025-08-28', subject: 'папір' },
  term: { until: '2026-12-31' },
  essential: ['object', 'quantity', 'delivery'].map((term) => ({ term, text: 'за договором' })),
};

async function findings(card: object, norms: Partial<Norms> = {}): Promise<readonly Finding[]> {
  return judged('kartka.json', Buffer.from(JSON.stringify(card)), { ...WORLD, office: { ...OFFICE, norms } });
}

const rulesOf = (found: readonly Finding[]): string[] => found.map(({ rule }) => rule);

describe('a card that says nothing', () => {
  it.each([
    ['contract', ['27.10-concluded', '27.10-controllers', '27.10-subject', '27.10-term', '27.11-type', '27.3-parties', '27.7-received']],
    [
      'amendment',
      [
        ...['27.10-concluded', '27.13-application', '27.13-changes', '27.13-consent', '27.13-contract', '27.13-parties', '27.7-received'],
        ...['6.3-signatory', '8.6-date'],
      ],
    ],
    ['termination', ['27.15-contract', '27.15-decided', '27.15-ground', '27.7-received', '6.3-signatory', '8.6-date']],
    ['contract-refusal', ['27.12-addressee', '27.12-grounds', '6.3-signatory', '8.6-date']],
  ])('of kind %s is told of each thing once', async (kind, expected) => {
    expect(rulesOf(await findings({ kind })).filter((rule) => expected.includes(rule) || !rule.startsWith('27.'))).toEqual(expected);
  });
});

describe('essential terms', () => {
  it('are named once a type, each with its law', () => {
    for (const { value } of NORMS.contractTypes)
      for (const { essential } of Object.values(value)) {
        expect(new Set(essential.map(({ term }) => term)).size).toBe(essential.length);
        for (const { source } of essential) expect(source).toMatch(/ст\. \d/);
      }
  });

  it('are those of the day on which the contract was concluded: the Commercial Code asks for a price until 27 August 2025', async () => {
    const asked = async (concluded: string) => (await findings({ ...CARD, concluded })).filter(({ rule }) => rule === '27.11-essential');
    expect((await asked('2025-08-27')).map(({ at, expected }) => [at.pointer, expected])).toEqual([
      ['/amount', 'Господарський кодекс України, ч. 3 ст. 180'],
    ]);
    expect(await asked('2025-08-28')).toEqual([]);
  });

  it('are the office’s, where it has a list of its own', async () => {
    const contractTypes: Norms['contractTypes'] = {
      barter: { name: 'міна', essential: [{ term: 'object', name: 'товари', source: 'Цивільний кодекс України, ст. 715', mark: 'read' }] },
    };
    const found = await findings({ ...CARD, contractType: 'barter', essential: [] }, { contractTypes });
    expect(found.filter(({ rule }) => rule.startsWith('27.11')).map(({ message }) => message)).toEqual([
      'Немає істотної умови: товари (object)',
    ]);
    expect(rulesOf(await findings(CARD, { contractTypes }))).toContain('27.11-type');
    expect(rulesOf(await findings({ ...CARD, contractType: 'toString' }))).toContain('27.11-type');
  });
});

describe('every text of a card', () => {
  const strange = 'слово з лaтинською літерою';
  it.each<[string, object]>([
    ['/subject', { subject: strange }],
    ['/parties/0/name', { parties: [{ name: strange }] }],
    ['/parties/0/address', { parties: [{ address: strange }] }],
    ['/parties/0/bank/name', { parties: [{ bank: { name: strange } }] }],
    ['/parties/0/signatory/post', { parties: [{ signatory: { post: strange } }] }],
    ['/parties/0/signatory/authority/ground', { parties: [{ signatory: { authority: { ground: strange } } }] }],
    ['/amount/words', { amount: { value: '1', words: strange } }],
    ['/controllers/0/post', { controllers: [{ post: strange }] }],
    ['/essential/0/text', { essential: [{ term: 'object', text: strange }] }],
    ['/edits/0/text', { kind: 'amendment', edits: [{ point: '1', text: strange }] }],
    ['/newTerms/subject', { kind: 'amendment', newTerms: { subject: strange } }],
    ['/grounds/0/text', { kind: 'examination', grounds: [{ text: strange }] }],
    ['/materials/0', { kind: 'materials', materials: [strange] }],
  ])('is looked at for strange signs: %s', async (pointer, said) => {
    const found = await findings({ kind: 'contract', ...said });
    expect(found.filter(({ rule }) => rule === 'T-signs').map(({ at }) => at.pointer)).toEqual([pointer]);
  });
});

describe('a contract on record', () => {
  const content = (more: Partial<DraftContent>): DraftContent => ({ ...EMPTY_CONTENT, kind: '', ...more });
  const act = (series: string, date: string, number: string, changedBy: ActOnRecord['changedBy'] = []): ActOnRecord => ({
    row: {
      ...{ series, year: 2021, number, ordinal: 1, date: day(date), title: '', kind: series, state: 'filed' },
      ...{ path: `${series}/${number}`, office: 'main' },
    },
    ...{ issuer: 'unit', delegated: false, imported: false, changes: [], changedBy },
  });
  const by = (date: string, number: string): ActOnRecord['changedBy'][number] => ({
    ...{ series: 'amendment', year: 2021, number, date: day(date), how: 'amends', reason: null },
  });
  const acts = [
    act('contract', '2021-02-10', '1', [by('2021-09-01', '1/1'), by('2022-03-01', '1/2')]),
    act('amendment', '2021-09-01', '1/1'),
    act('amendment', '2022-03-01', '1/2'),
  ];
  const party = { name: 'Орендар', signed: true, sealed: true };
  const drafts: Readonly<Record<string, DraftContent>> = {
    'contract/1': content({
      concluded: day('2021-02-01'),
      parties: [party],
      term: { until: day('2022-12-31'), performance: false },
      subject: 'кімната',
    }),
    'amendment/1/1': content({
      newTerms: { parties: [], controllers: [], term: { until: day('2021-12-31'), performance: false }, subject: 'зала' },
    }),
    'amendment/1/2': content({
      newTerms: { parties: [], controllers: [], term: { period: { count: 2, unit: 'years' }, performance: false } },
    }),
  };
  const world = {
    register: {
      act: async ({ series, date, number }: { series?: string; date?: string; number?: string }) =>
        acts.find(({ row }) => row.series === series && row.date === date && row.number === number),
    },
    contentOf: async ({ path }: { path: string }) => drafts[path],
  } as unknown as RegisterWorld;

  it('has the terms that its additional agreements have left, in their order, of a later year, too', async () => {
    const found = await contractOnRecord(content({ of: { series: 'contract', date: day('2021-02-10'), number: '1' } }), world);
    expect(found?.terms).toMatchObject({ subject: 'зала', parties: [party] });
    expect(found?.end).toBe('2023-01-31');
    expect(found?.unsigned).toBeUndefined();
  });

  it('is told with the additional agreement whose card is still to be signed', async () => {
    const [contract, first, second] = acts as [ActOnRecord, ActOnRecord, ActOnRecord];
    const unsigned: ActOnRecord = { ...first, row: { ...first.row, state: 'awaiting-signature' } };
    const register = {
      act: async ({ number }: { number?: string }) => [contract, unsigned, second].find(({ row }) => row.number === number),
    } as unknown as RegisterWorld['register'];
    const of = { series: 'contract', date: day('2021-02-10'), number: '1' };
    const late = {
      ...world,
      register,
      contentOf: async ({ path }: { path: string }) => (path === 'amendment/1/1' ? undefined : drafts[path]),
    };
    const found = await contractOnRecord(content({ of }), late as RegisterWorld);
    expect(contractStateRemarks(content({ of }), found, day('2021-12-31'), '/concluded').map(({ message }) => message)).toEqual([
      'Реєстраційну картку додаткової угоди № 1/1 від 01.09.2021 ще не підписано',
    ]);
  });
});

describe('codes and accounts', () => {
  it.each([
    ['00000017', true],
    ['11111116', true],
    ['32855961', true],
    ['32855962', false],
    ['3285596', false],
    ['٠٠٠٠٠٠١٧', false],
  ])('of a legal person %s is one: %s', (code, is) => {
    expect(isLegalPersonCode(code)).toBe(is);
  });

  it.each([
    ['2222222225', true],
    ['3333333332', true],
    ['2222222226', false],
    ['22222222', false],
    ['222222222 5', false],
  ])('of an individual %s is one: %s', (code, is) => {
    expect(isTaxpayerNumber(code)).toBe(is);
  });

  it.each([
    ['UA213223130000026007233566001', true, '322313'],
    ['UA21 3223 1300 0002 6007 2335 6600 1', true, '322313'],
    ['ua213223130000026007233566001', true, '322313'],
    ['UA213223130000026007233566002', false, '322313'],
    ['UA21322313000002600723356600', false, '322313'],
    ['DE89370400440532013000', true, undefined],
    ['26007233566001', false, undefined],
    ['', false, undefined],
  ])('%s is an IBAN: %s, of the bank %s', (iban, is, bank) => {
    expect(isIban(iban)).toBe(is);
    expect(bankCodeIn(iban)).toBe(bank);
  });
});
