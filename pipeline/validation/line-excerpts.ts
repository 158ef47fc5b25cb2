import type { Place } from '../model/finding.js';

const LONGEST = 120;
/** Signs shown before the column where a line is too long to be shown whole. */
const BEFORE = 20;

/**
 * Gives the line of the file a finding stands at, or the part of it about the column; null where there is nothing to show: no source, no line, a
 * line of brackets only, a ZIP, or a text that is not UTF-8.
 */
export function lineExcerpts(source: Buffer | undefined): (at: Place) => string | null {
  let lines: readonly string[] | undefined;
  return ({ line, column }) => {
    if (source === undefined || line === null) return null;
    lines ??= linesOf(source);
    const text = lines[line - 1];
    if (text === undefined || !/[\p{L}\p{N}]/u.test(text)) return null;
    const trimmed = text.trim();
    // A whole file may stand in one line: only a short one is taken apart into signs.
    if (trimmed.length <= 2 * LONGEST && Array.from(trimmed).length <= LONGEST) return trimmed;
    const start = Math.max(0, (column ?? 1) - 1 - BEFORE);
    const part = Array.from(text.slice(start, start + 2 * LONGEST).trim());
    const end = part.length > LONGEST || start + 2 * LONGEST < text.length ? '…' : '';
    return `${start > 0 ? '…' : ''}${part.slice(0, LONGEST).join('')}${end}`;
  };
}

function linesOf(source: Buffer): string[] {
  if (source.subarray(0, 2).toString('latin1') === 'PK') return [];
  const text = source.toString('utf8');
  return text.includes('\uFFFD') ? [] : text.split(/\r\n|\r|\n/u);
}
