import type { Place } from '../model/finding.js';

const LONGEST = 120;

/**
 * Gives the words of the file's line a finding stands at, from its column on, cut to a line of print; null where there is nothing to show: no
 * source, no line, a ZIP, or a text that is not UTF-8.
 */
export function lineExcerpts(source: Buffer | undefined): (at: Place) => string | null {
  const lines = source === undefined ? [] : linesOf(source);
  return ({ line, column }) => {
    const text = line === null ? undefined : lines[line - 1];
    if (text === undefined) return null;
    const words = Array.from(text.slice((column ?? 1) - 1).trim());
    if (words.length === 0) return null;
    return words.length <= LONGEST ? words.join('') : `${words.slice(0, LONGEST - 1).join('')}…`;
  };
}

function linesOf(source: Buffer): string[] {
  if (source.subarray(0, 2).toString('latin1') === 'PK') return [];
  const text = source.toString('utf8');
  return text.includes('\uFFFD') ? [] : text.split(/\r\n|\r|\n/u);
}
