import { expect, test } from 'vitest';
import { type SummedCase, yearSummary } from '../../pipeline/model/year-summary.js';

const one = (category: SummedCase['category'], count: number, more: Partial<SummedCase> = {}): SummedCase => ({
  ...{ category, count, transitional: false },
  ...more,
});

test('a year is summed up by terms of storage, a volume each, with what goes over and what a commission looks at', () => {
  const sums = yearSummary([
    one('permanent', 3),
    one('permanent', 1, { transitional: true }),
    one('personnel', 2, { years: 75, words: '75 р.' }),
    one('temporary', 1, { years: 15, words: '15 р.' }),
    one('temporary', 4, { years: 10, words: '10 р. ЕПК' }),
    one('temporary', 5, { years: 5, words: '5 р. ЕПК', transitional: true }),
    one('temporary', 0, { years: 3, words: '3 р.' }),
  ]);
  expect(sums).toEqual({
    permanent: { count: 4, passing: 1, appraised: 0 },
    long: { count: 3, passing: 0, appraised: 0 },
    temporary: { count: 9, passing: 5, appraised: 9 },
    all: { count: 16, passing: 6, appraised: 9 },
  });
});
