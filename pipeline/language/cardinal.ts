import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export type Gender = 'masculine' | 'feminine' | 'neuter';
/** Of things, not of people: their accusative is the nominative but for feminine nouns. */
export type NumberCase = 'nominative' | 'accusative';

/** A whole number from zero in words, as it stands before a noun: `двадцять одна`, in the accusative `двадцять одну`. */
export function cardinal(number: bigint, gender: Gender, grammaticalCase: NumberCase = 'nominative'): string {
  // n2words 4.0.0 writes «і» with the Latin letter and the apostrophe as a straight quote, and has no neuter. Loaded when first asked: few drafts need it.
  const { toCardinal } = require('n2words/uk-UA') as typeof import('n2words/uk-UA');
  const words = toCardinal(number, { gender: gender === 'feminine' ? 'feminine' : 'masculine' })
    .replaceAll('i', 'і')
    .replaceAll("'", 'ʼ');
  const gendered = gender === 'neuter' ? words.replace(/(?<=^| )один$/u, 'одне') : words;
  return grammaticalCase === 'nominative'
    ? gendered
    : gendered.replaceAll(/(?<=^| )одна(?= |$)/gu, 'одну').replace(/ тисяча(?= |$)/u, ' тисячу');
}
