import { figuresAndWords, NOUNS } from '../language/figures-and-words.js';
import type { CaseOnRecord } from '../model/case-on-record.js';
import type { Paragraph } from '../model/draft.js';
import type { StorageCategory } from '../model/retention.js';
import { countedCases, paragraph, said } from './archive-cells.js';
import { SENTENCES } from './archive-sentences.js';

/** How many cases a unit has, how many of them are of the national fund (R 14.8), and how many of each term of storage, where that is known of all. */
export function countedByTerms(cases: readonly CaseOnRecord[]): readonly Paragraph[] {
  const counted = said(SENTENCES.counted, {
    cases: countedCases(cases),
    fund: figuresAndWords(cases.filter(isOfFund).length, NOUNS.case),
  });
  if (cases.some(({ category }) => category === undefined)) return [paragraph(counted)];
  const terms = TERMS.flatMap(([category, words]) => {
    const { length } = cases.filter((one) => one.category === category);
    return length === 0 ? [] : [`${words} — ${figuresAndWords(length, NOUNS.case)}`];
  });
  return [paragraph(counted), ...(terms.length === 0 ? [] : [paragraph(said(SENTENCES.countedByTerms, { terms: terms.join('; ') }))])];
}

const TERMS: readonly (readonly [StorageCategory, string])[] = [
  ['permanent', 'постійного'],
  ['long-term', 'тривалого (понад 10 років)'],
  ['personnel', 'з кадрових питань (особового складу)'],
  ['temporary', 'тимчасового (до 10 років включно)'],
];

/** What is kept for ever belongs to the national archival fund. */
function isOfFund({ category, term = '' }: CaseOnRecord): boolean {
  return category === undefined ? /^пост/iu.test(term) : category === 'permanent';
}
