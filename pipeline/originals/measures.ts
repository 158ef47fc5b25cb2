import type { MeasuredOriginal } from '../model/original.js';

/** What is measured on a file that can be read. */
export type Measures = Pick<MeasuredOriginal, 'sheets' | 'unnumbered' | 'coloured' | 'corrections' | 'scanned' | 'text'>;

/** Its first words, for a report. */
export function excerpted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
}

const LONGEST = 60;
