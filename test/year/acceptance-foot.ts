import { readFile } from 'node:fs/promises';
import { pageWords } from '../rendering/pdf-text.js';
import { ARCHIVIST, GENERAL } from './archive-papers.js';

/** Written out, so that the program's own words are not judged by themselves. */
const COUNTED = [
  ...['0 (нуль) справ', '1 (одну) справу', '2 (дві) справи', '3 (три) справи', '4 (чотири) справи', '5 (пʼять) справ', '6 (шість) справ'],
  ...['7 (сім) справ', '8 (вісім) справ', '9 (девʼять) справ', '10 (десять) справ', '11 (одинадцять) справ', '12 (дванадцять) справ'],
  ...['13 (тринадцять) справ', '14 (чотирнадцять) справ', '15 (пʼятнадцять) справ', '16 (шістнадцять) справ'],
] as const;

/** What a reception said of the cases of an inventory. */
export interface SaidOfCases {
  readonly accepted: number;
  /** Numbers in the inventory. */
  readonly missing: readonly number[];
  readonly returned: readonly number[];
  /** `05 лютого 2024 року` */
  readonly date: string;
}

/** The foot that R 28.9 asks for: how many came, numbers of those that did not, the date, both signature lines. */
export function expectedFoot({ accepted, missing, returned, date }: SaidOfCases): string {
  const counted = COUNTED[accepted];
  if (counted === undefined) throw new Error(`Write out the words of ${accepted} cases`);
  const numbers = (all: readonly number[]): string => all.map((n) => `№ ${n}`).join(', ') || 'немає';
  return [
    `Фактично прийнято ${counted}.`,
    `Номери відсутніх справ: ${numbers(missing)}.`,
    ...(returned.length === 0 ? [] : [`Повернуто на доопрацювання: ${numbers(returned)}.`]),
    `Дата приймання-передавання: ${date}.`,
    ...['Справи здав:', GENERAL.post, GENERAL.name, 'Справи прийняв:', ARCHIVIST.post, ARCHIVIST.name],
  ].join(' ');
}

/** What stands at the end of a copy, from the count on: its words as another program reads them. */
export async function footOf(path: string): Promise<string> {
  const words = plain((await pageWords(await readFile(path))).flat().join(' '));
  return words.slice(words.lastIndexOf('Фактично прийнято'));
}

/** Of a PDF as of a sentence: blanks of one kind, and no numbers of pages between. */
export function plain(text: string): string {
  return text.replaceAll(/[\s\u00A0\u2060]+/gu, ' ').trim();
}
