import type { Corpus } from './search-corpus.js';

/** A query, of what sort, and in what share of the acts its words must stand at least and at most. */
export interface Query {
  readonly sort: string;
  readonly text: string;
  readonly least: number;
  readonly most: number;
}

/** They stand in every decision. */
const COMMON = ['рішення', 'комітету', 'законом', 'самоврядування', 'України', 'контролю', 'виконавчого', 'міський', 'заступник', 'голова'];
/** They are known to no act. */
const ABSENT = ['криголам', 'акваріуму', 'жирафи', 'астероїда', 'саксофон', 'папірусом', 'кенгуру', 'вулкану', 'айсберги', 'фараонові'];

/** As many queries of each sort, taken from acts all over the corpus of so many. */
export function queriesOf(corpus: Corpus, acts: number, ofEachSort: number): Query[] {
  const from = (salt: number, index: number): number => Math.floor(((index + (salt + 1) / 10) * acts) / ofEachSort);
  const rare = (salt: number, index: number): string => corpus.namesIn(from(salt, index)).at(-1) ?? '';
  const frequent = (salt: number, index: number): string => corpus.namesIn(from(salt, index))[0] ?? '';
  const some = { least: 1 / acts, most: 0.5 };
  return Array.from({ length: ofEachSort }, (_, index): Query[] => [
    { sort: 'rare word', text: rare(0, index), ...some },
    { sort: 'word of nearly every act', text: COMMON[index % COMMON.length] ?? '', least: 0.95, most: 1 },
    { sort: 'two words', text: `${rare(1, index)} ${frequent(1, index)}`, ...some },
    { sort: 'another form', text: `${rare(2, index).replace(/ий$/u, 'ого')}, ${COMMON[index % COMMON.length]}`, ...some },
    { sort: 'nothing', text: `${ABSENT[index % ABSENT.length]} ${frequent(3, index)}`, least: 0, most: 0 },
  ]).flat();
}
