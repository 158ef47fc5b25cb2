import { cardinal, type Gender, type NumberCase } from './cardinal.js';
import { nounFor } from './counted.js';

/** A noun beside numbers. */
export interface CountedNoun {
  readonly gender: Gender;
  readonly one: string;
  readonly few: string;
  readonly many: string;
  /** With one in the accusative; of things only feminine nouns have another form. */
  readonly oneAccusative: string;
}

function noun(gender: Gender, one: string, few: string, many: string, oneAccusative = one): CountedNoun {
  return { gender, one, few, many, oneAccusative };
}

/** What forms count. */
export const NOUNS = {
  sheet: noun('masculine', 'аркуш', 'аркуші', 'аркушів'),
  case: noun('feminine', 'справа', 'справи', 'справ', 'справу'),
  document: noun('masculine', 'документ', 'документи', 'документів'),
  volume: noun('masculine', 'том', 'томи', 'томів'),
  copy: noun('masculine', 'примірник', 'примірники', 'примірників'),
  inventory: noun('masculine', 'опис', 'описи', 'описів'),
  year: noun('masculine', 'рік', 'роки', 'років'),
} as const satisfies Readonly<Record<string, CountedNoun>>;

/** A number as forms want it, in figures and in words with its noun: `25 (двадцять пʼять) справ`; after «внесено» the accusative, `1 (одну) справу`. */
export function figuresAndWords(count: number, counted: CountedNoun, grammaticalCase: NumberCase = 'nominative'): string {
  const words = cardinal(BigInt(count), counted.gender, grammaticalCase);
  const one = grammaticalCase === 'accusative' ? counted.oneAccusative : counted.one;
  return `${count} (${words}) ${nounFor(count, one, counted.few, counted.many)}`;
}

/** Ascending whole numbers as runs: `1–3, 5, 8–9`; two neighbours are a run, too. */
export function numberRanges(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const open = runs.at(-1);
    if (open !== undefined && number === open.to + 1) open.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

/** `з № 1 по № 25`; a single one is `№ 1`. */
export function fromNumberTo(first: string, last: string): string {
  return first === last ? `№ ${first}` : `з № ${first} по № ${last}`;
}
