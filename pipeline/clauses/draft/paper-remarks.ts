import type { MeasuredOriginal } from '../../model/original.js';
import { excerpt } from './excerpt.js';

/** Where in a paper: `на сторінці 2`, `у розділі 2`; nothing for a part that has no place. */
export function sheetName({ format }: MeasuredOriginal, sheet: number | null): string {
  if (sheet === null) return '';
  return format === 'docx' ? ` (розділ ${sheet})` : ` (сторінка ${sheet})`;
}

/** Sheets as a message lists them: `2, 3, 5`. */
export function sheetList(sheets: readonly number[]): string {
  return sheets.length > MOST_SHOWN ? `${sheets.slice(0, MOST_SHOWN).join(', ')} та інші` : sheets.join(', ');
}

const MOST_SHOWN = 10;

/** The text that may be compared with the card: whole pages may lie in it as pictures, of which nothing is known. */
export function comparableText({ text, scanned, unreadable }: MeasuredOriginal): string | undefined {
  return unreadable === null && scanned.length === 0 && text !== '' ? text : undefined;
}

/** A signer as a message names one: «підпис Ганни» would need a case, so the name stands in quotes. */
export function signerName(signer: string): string {
  return signer === '' ? '' : ` «${excerpt(signer)}»`;
}

/** Where the card names the paper. */
export const PAPER = '/original/file';
