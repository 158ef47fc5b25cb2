import type { Ink } from './page-ink.js';

export interface PrintedLine {
  readonly text: string;
  /** Of the baseline, points from the upper border. */
  readonly y: number;
}

/** Lines of a page in the order in which they were written, so that a cell of a table stays together. */
export function printedLines(ink: readonly Ink[]): PrintedLine[] {
  const lines: { text: string; y: number; end: number; size: number }[] = [];
  for (const piece of ink) {
    const line = lines.at(-1);
    if (line === undefined || !continues(line, piece)) {
      lines.push({ text: piece.text, y: piece.y, end: piece.end, size: piece.size });
      continue;
    }
    const isApart = piece.x - line.end > WORD_GAP * piece.size && !line.text.endsWith(' ') && !piece.text.startsWith(' ');
    line.text += `${isApart ? ' ' : ''}${piece.text}`;
    line.end = piece.end;
  }
  return lines.map(({ text, y }) => ({ text: cleaned(text), y })).filter(({ text }) => text !== '');
}

/** On the same level and not far back: a word written over another is one more line. */
function continues(line: { readonly y: number; readonly end: number; readonly size: number }, { x, y, size }: Ink): boolean {
  return Math.abs(y - line.y) < SAME_LINE * Math.max(size, line.size) && x > line.end - size;
}

/** Signs without a glyph or a meaning left out, ligatures undone. */
function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\p{Cc}\p{Co}\p{Cn}\u00ad\u200b-\u200f\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Of the size of the type. */
const SAME_LINE = 0.6;
const WORD_GAP = 0.12;
