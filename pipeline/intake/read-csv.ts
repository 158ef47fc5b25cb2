/** One record of a table, its cells as they stand; `line` is where it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table, or where and why it cannot be read. */
export type CsvOutcome =
  | { readonly readable: true; readonly rows: readonly CsvRow[] }
  | { readonly readable: false; readonly line: number; readonly reason: string };

/**
 * Reads a table as RFC 4180 writes it, in UTF-8 with or without a mark, cells parted by commas, or by semicolons if the first line has one outside quotes; lines
 * end in LF or CRLF, empty ones are passed over. Nothing is guessed: a quote in the middle of a bare cell, or one that is never closed, is an error.
 */
export function readCsv(bytes: Uint8Array): CsvOutcome {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { readable: false, line: 1, reason: 'not UTF-8: save it as «CSV UTF-8»' };
  }
  const delimiter = (/^(?:"(?:[^"]|"")*"|[^"\r\n;])*;/.test(text) ? ';' : ',') satisfies string;
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${delimiter}\\r\\n]*))(${delimiter}|\\r?\\n|$)`, 'y');
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let [line, begins] = [1, 1];
  while (cell.lastIndex < text.length || cells.length > 0) {
    const from = cell.lastIndex;
    const found = cell.exec(text);
    if (found === null)
      return {
        readable: false,
        line,
        reason: `a quote that is not closed, or stands within a cell without quotes: ${text.slice(from, from + 20).split('\n')[0]}`,
      };
    const [whole, quoted, bare = '', end = ''] = found;
    cells.push(quoted?.replaceAll('""', '"') ?? bare);
    line += whole.split('\n').length - 1;
    if (end === delimiter) continue;
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: begins, cells });
    cells = [];
    begins = line;
    if (cell.lastIndex >= text.length) break;
  }
  return { readable: true, rows };
}
