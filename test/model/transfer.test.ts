import { describe, expect, test } from 'vitest';
import type { PlannedCase } from '../../pipeline/model/nomenclature.js';
import { transferFrom, transferTermOf } from '../../pipeline/model/transfer.js';
import { normsOn } from '../../pipeline/norms/norms.js';
import { day } from '../clauses/fixture-office.js';

const { transferTerms } = normsOn(day('2021-06-01'));
const planned = (unit: string, kind: string, category: PlannedCase['category'] = 'permanent') => ({
  planned: {
    ...{ index: '02-01', heading: 'Справа', unit, category, article: '7-а', term: 'Постійно', transitional: false },
    takes: [{ kind }],
  },
});

describe('a case goes to the archive department', () => {
  test.each([
    ['of the general department after two years', planned('general', 'decision'), '2024-01-01', undefined],
    [
      'with orders of the organisation department after two years, by 8.8 against 28.2',
      planned('organisation', 'personnel-order'),
      '2024-01-01',
      '28.2',
    ],
    ['with other papers of the organisation department after five years', planned('organisation', 'letter'), '2027-01-01', undefined],
    ['of any other unit after five years', planned('finance', 'unit-order', 'long-term'), '2027-01-01', undefined],
  ])('%s', (_, file, from, against) => {
    const term = transferTermOf(file, transferTerms);
    expect(term && transferFrom(2021, term)).toBe(from);
    expect(term?.against).toBe(against);
  });

  test('never if its storage is temporary', () => {
    expect(transferTermOf(planned('general', 'letter', 'temporary'), transferTerms)).toBeUndefined();
  });
});
