import type { Block, DraftContent, Point } from '../model/draft.js';

/** Of a whole line of an A4 sheet in 14 points, and lines of a sheet: rounded so that an act prints no more sheets than this says, by half. */
const LINE_CHARACTERS = 75;
const SHEET_LINES = 40;

/**
 * About how many A4 sheets a draft would print: told before anything is laid out, for to lay out a hundred thousand sheets would stop the office.
 * A narrow column makes many lines of few words; every annex begins a sheet.
 */
export function sheetsOf({ title, stating, operative, annexes, note }: DraftContent): number {
  const own = [title, ...stating.text, ...(note?.text ?? [])].reduce((sum, text) => sum + linesOf(text), 0) + pointLines(operative);
  return annexes.reduce(
    (sheets, annex) => sheets + 1 + (linesOf(annex.title) + blockLines(annex.body ?? [])) / SHEET_LINES,
    own / SHEET_LINES,
  );
}

function linesOf(text: string | undefined, share = 1): number {
  return Math.ceil((text?.length ?? 0) / Math.max(1, LINE_CHARACTERS * share)) || 1;
}

function pointLines(points: readonly Point[]): number {
  return points.reduce((sum, point) => sum + linesOf(point.text) + pointLines(point.points), 0);
}

function blockLines(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === 'table') return sum + tableLines(block.head, block.widths) + tableLines(block.rows, block.widths);
    if (block.type === 'list') return sum + block.items.reduce((lines, item) => lines + 1 + blockLines(item), 0);
    return sum + linesOf(block.text);
  }, 0);
}

/** A row is as high as its fullest cell. */
function tableLines(rows: readonly (readonly string[])[], widths: readonly number[]): number {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), widths.length);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const share = (column: number): number => (widths[column] !== undefined && total > 0 ? widths[column] / total : 1 / Math.max(1, columns));
  return rows.reduce((sum, row) => sum + row.reduce((most, cell, column) => Math.max(most, linesOf(cell, share(column))), 1), 0);
}
