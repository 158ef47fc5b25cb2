import { expect, test } from 'vitest';
import type { CaseVolume } from '../../pipeline/model/case-files.js';
import type { LocalDate } from '../../pipeline/model/date.js';
import type { PlannedCase, TermEvent } from '../../pipeline/model/nomenclature.js';
import type { RegisterRow } from '../../pipeline/model/register-row.js';
import { storageEnd } from '../../pipeline/model/storage-term.js';
import { day } from '../clauses/fixture-office.js';

const planned = (event: TermEvent['event']): PlannedCase => ({
  ...{
    index: '04-01',
    heading: 'Договори',
    unit: 'legal',
    category: 'temporary',
    article: '330',
    term: '3 р.',
    transitional: false,
    takes: [],
  },
  after: { event, years: 3 },
});

/** Two documents of 2019. */
const volume: CaseVolume = {
  ...{ n: 1, sheets: 2, begun: day('2019-01-20'), ended: day('2019-12-15') },
  items: ['1', '2'].map((number) => ({ row: { number } as RegisterRow, sheets: 1, from: Number(number), to: Number(number) })),
};

test.each([
  ['the last of its contracts', ['2021-06-30', '2020-01-31'], '2025-01-01'],
  ['its last document, where its contracts ended before', ['2019-02-01', undefined], '2023-01-01'],
  ['its last document, where nothing in it is about a contract', [undefined, undefined], '2023-01-01'],
] as const)('three years after the end of contracts run from %s', async (_, ends, from) => {
  const contractEnd = async ({ number }: RegisterRow) => ends[Number(number) - 1] as LocalDate | undefined;
  expect(await storageEnd(planned('contract'), volume, { told: undefined, contractEnd })).toEqual({ is: 'known', from });
});

test('nobody knows their end while one of the contracts has none', async () => {
  const contractEnd = async ({ number }: RegisterRow) => (number === '1' ? day('2021-06-30') : null);
  const end = await storageEnd(planned('contract'), volume, { told: undefined, contractEnd });
  expect(end).toMatchObject({ is: 'contract-goes-on', contract: { number: '2' } });
});

test.each([
  ['is over after the day that a commission tells', '2024-05-31', '2024-06-01'],
  ['is never over sooner than if it had run from the last document', '2021-05-31', '2023-01-01'],
])('a term that runs from any other event %s', async (_, told, from) => {
  const end = await storageEnd(planned('other'), volume, { told: day(told), contractEnd: async () => undefined });
  expect(end).toEqual({ is: 'known', from });
});
