import { expect, test } from 'vitest';
import { plannedCase } from '../../pipeline/model/nomenclature.js';
import { destroyableFrom, retentionOn } from '../../pipeline/model/retention.js';
import { normsOn } from '../../pipeline/norms/norms.js';
import { day } from '../clauses/fixture-office.js';

const { retention } = normsOn(day('2021-01-01'));
const planned = (article: string, term?: string) =>
  plannedCase(
    { index: '02-07', heading: 'Договори', unit: 'general', article, term, transitional: false, takes: [] },
    retentionOn(retention, article, day('2021-01-01')),
  );

test.each([
  ['of years, from the end of the case', '16-в', undefined, '2027-01-01'],
  ['that the office has made longer', '16-в', '10 р.', '2032-01-01'],
  ['that runs from the end of a contract: the last document of the case does not tell it', '330', undefined, undefined],
  ['that runs from an event in the list, whatever the office says', '330', '5 р.', undefined],
])('a term %s', (_, article, term, from) => {
  const found = planned(article, term);
  expect(found && destroyableFrom(found, day('2021-12-15'))).toBe(from);
});

test.each([
  ['of the list', '330', undefined, { event: 'contract', years: 3 }],
  ['of the list, made longer by the office', '330', '5 р.', { event: 'contract', years: 5 }],
  ['that only the office says', '16-в', '10 р. після закінчення строку дії дозволу', { event: 'other', years: 10 }],
  ['that there is not', '16-в', '10 р.', undefined],
])('years that run from an event %s are told with the event', (_, article, term, after) => {
  expect(planned(article, term)?.after).toEqual(after);
});
