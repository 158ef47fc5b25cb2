import type { Table } from '../../model/draft.js';
import { tableColumns } from '../passages.js';
import type { Faces } from './fonts.js';
import { breakLines, type Line } from './lines.js';
import { type ParagraphStyle, type RuleItem, type Slice, textItem, together } from './slices.js';

const SIZE = 12;
const PADDING = { x: 4, y: 2 };
const BEFORE = 6;
/** A row higher than this is divided between pages, a lower one is moved whole; points. */
const WHOLE_ROW = 240;
/** A head higher than this would leave too little of the page and is not repeated; points. */
const REPEATED_HEAD = 240;

interface Cell {
  readonly lines: readonly Line[];
  readonly style: Pick<ParagraphStyle, 'face' | 'size' | 'align' | 'x' | 'width'>;
}

interface Grid {
  readonly faces: Faces;
  /** Vertical rules, left to right. */
  readonly edges: readonly number[];
}

/**
 * A table with rules, its head repeated on every page it goes on to. The head stays with the first row. A row is moved whole to the next page
 * if it is low; a high one is divided between lines, two at least on each side.
 */
export function tableSlices(faces: Faces, table: Table, x: number, width: number): Slice[] {
  const grid: Grid = { faces, edges: edgesOf(tableColumns(table), x, width) };
  const head = table.head.flatMap((row, index) => rowSlices(grid, row, true, index === 0));
  const gluedHead = head.map((slice): Slice => ({ ...slice, glued: true }));
  const repeat = gluedHead.length > 0 && heightOf(gluedHead) <= REPEATED_HEAD ? gluedHead : undefined;
  const rows = table.rows.flatMap((row, index) => rowSlices(grid, row, false, index === 0 && head.length === 0));
  const body = repeat === undefined ? rows : rows.map((slice): Slice => withoutOpening({ ...slice, repeat }));
  const [first, ...rest] = [...gluedHead, ...body];
  if (first === undefined) return [];
  return [{ ...first, before: BEFORE }, ...rest];
}

function edgesOf(columns: readonly number[], x: number, width: number): number[] {
  const edges = [x];
  for (const column of columns) edges.push((edges.at(-1) ?? x) + column * width);
  return edges;
}

function heightOf(slices: readonly Slice[]): number {
  return slices.reduce((sum, slice) => sum + slice.before + slice.height, 0);
}

/** Under a repeated head the row needs no rule of its own above it. */
function withoutOpening({ opening: _, ...slice }: Slice): Slice {
  return slice;
}

/** A row as strips one line high, each with its pieces of the vertical rules. */
function rowSlices(grid: Grid, row: readonly string[], head: boolean, first: boolean): Slice[] {
  const face = grid.faces[head ? 'bold' : 'regular'];
  const cells = grid.edges.slice(0, -1).map((edge, column): Cell => {
    const width = Math.max(1, (grid.edges[column + 1] ?? edge) - edge - 2 * PADDING.x);
    const style = { face: face.name, size: SIZE, align: head ? ('center' as const) : ('left' as const), x: edge + PADDING.x, width };
    return { lines: breakLines(row[column] ?? '', { face, size: SIZE, width }), style };
  });
  const count = Math.max(...cells.map((cell) => cell.lines.length));
  const lineHeight = face.lineHeight * SIZE;
  const strips = Array.from({ length: count }, (_, index): Slice => {
    const top = index === 0 ? PADDING.y : 0;
    const height = lineHeight + top + (index === count - 1 ? PADDING.y : 0);
    const texts = cells.flatMap(({ lines, style }, column) => {
      const line = lines[index];
      return line === undefined ? [] : [{ ...textItem(line, style, 0, top + face.ascent * SIZE), cell: { row, column } }];
    });
    const rules = grid.edges.map((edge): RuleItem => ({ kind: 'rule', x1: edge, y1: 0, x2: edge, y2: height }));
    const above = index === 0 && first ? [across(grid, 0)] : [];
    const below = index === count - 1 ? [across(grid, height)] : [];
    const glued = index < count - 1 && (index === 0 || index === count - 2);
    return {
      before: 0,
      height,
      items: [...texts, ...rules, ...above, ...below],
      glued,
      opening: [across(grid, 0)],
      closing: [across(grid, height)],
    };
  });
  return heightOf(strips) <= WHOLE_ROW ? together(strips) : strips;
}

function across({ edges }: Grid, y: number): RuleItem {
  return { kind: 'rule', x1: edges[0] ?? 0, y1: y, x2: edges.at(-1) ?? 0, y2: y };
}
