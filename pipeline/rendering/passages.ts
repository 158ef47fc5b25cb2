import type { Block, Table } from '../model/draft.js';
import { listMark } from './list-marks.js';

/**
 * One printed piece of an annex: what a heading, a paragraph, an item of a list or a table looks like once the marks are made and the nesting is
 * a depth (0 outside lists). Both renditions print exactly these, so that a mark cannot differ between them.
 */
export type Passage =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly depth: number }
  | {
      readonly type: 'text';
      readonly mark: string | null;
      readonly text: string;
      readonly depth: number;
      readonly staysWithNext?: boolean | undefined;
    }
  | { readonly type: 'table'; readonly table: Table; readonly depth: number };

/** The passages of an annex's body in the order they are printed. Headings deeper than three look like the third; a table without rows is none. */
export function passagesOf(blocks: readonly Block[], depth = 0): Passage[] {
  return blocks.flatMap((block) => blockPassages(block, depth));
}

function blockPassages(block: Block, depth: number): Passage[] {
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', level: block.level <= 1 ? 1 : block.level === 2 ? 2 : 3, text: block.text, depth }];
    case 'paragraph':
      return [{ type: 'text', mark: null, text: block.text, depth, ...(block.staysWithNext ? { staysWithNext: true } : {}) }];
    case 'table':
      return block.head.length + block.rows.length > 0 ? [{ type: 'table', table: block, depth }] : [];
    case 'list':
      return block.items.flatMap((item, index) => itemPassages(item, listMark(block.mark, index), depth + 1));
  }
}

/** The mark stands before the item's first paragraph; an item that begins otherwise has its mark on a line of its own. */
function itemPassages(item: readonly Block[], mark: string, depth: number): Passage[] {
  const [first, ...rest] = item;
  if (first?.type === 'paragraph') return [{ type: 'text', mark, text: first.text, depth }, ...passagesOf(rest, depth)];
  return [{ type: 'text', mark, text: '', depth }, ...passagesOf(item, depth)];
}

/** Whether no page ends between a passage and the next: one that asks for it, and the last row of a form above the words that sum it up. */
export function staysWithNext(passage: Passage, next: Passage | undefined): boolean {
  if (passage.type === 'text') return passage.staysWithNext === true;
  return passage.type === 'table' && passage.table.isDense === true && next?.type === 'text';
}

/** Columns of a table: as many as its widest row, widths as shares of 1; a column without a usable width gets an even share. */
export function tableColumns(table: Table): readonly number[] {
  const count = Math.max(1, table.widths.length, ...[...table.head, ...table.rows].map((row) => row.length));
  const given = Array.from({ length: count }, (_, column) => table.widths[column] ?? 0);
  const known = given.filter((width) => width > 0);
  const even = known.length > 0 ? known.reduce((sum, width) => sum + width, 0) / known.length : 1;
  const widths = given.map((width) => (width > 0 ? width : even));
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width / total);
}
