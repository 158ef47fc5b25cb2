import type { Line } from './line.js';
import { type ColumnsNode, type FlowNode, isColumns, isTable, isText, type Measured, type TableNode, type TextNode } from './nodes.js';

/** Breaks the text of a node into lines of a width, once. */
export type LineMaker = (node: Measured<TextNode>, width: number) => Line[];

/** The text area of a page, points. */
export interface Area {
  readonly width: number;
  readonly height: number;
}

/** A table's head higher than this would leave too little of the page and is not repeated; points. */
const REPEATED_HEAD = 240;

/**
 * Plans where pages must not end: lines of text are made now, and each line or row of a table learns what height must be free for it. A page never
 * ends after a paragraph's first line nor before its last, after a node that is kept with the next, nor inside a row that fits a page. What is
 * higher than a page is divided where the page ends, two lines at least on each side, so nothing is ever lost.
 */
export function planPages(nodes: readonly FlowNode[], area: Area, lines: LineMaker): void {
  const plans = nodes.map((node) => planOf(node, area, lines));
  for (const [index, node] of nodes.entries()) if (node.keepTextAbove) bindTextAbove(nodes, plans, index);
  let below = 0;
  for (const [index, node] of [...nodes.entries()].reverse()) {
    const next = nodes[index + 1];
    const tail = node.keepWithNext && next !== undefined && !next.pageBreak ? below : 0;
    const glued = Boolean(nodes[index - 1]?.keepWithNext) && !node.pageBreak;
    below = (node.margin?.[1] ?? 0) + (plans[index]?.settle(tail, glued) ?? 0);
  }
}

interface Plan {
  readonly lineCount: number;
  /**
   * Settles what the node's parts need, `tail` being the height that must follow its end on the same page and `glued` telling that it stays with
   * what is above. Answers the height that must stand on the page where it begins.
   */
  settle(tail: number, glued: boolean): number;
}

function planOf(node: FlowNode, area: Area, lines: LineMaker): Plan {
  const width = area.width - (node.margin?.[0] ?? 0) - (node.margin?.[2] ?? 0);
  if (isText(node)) return textPlan(node, lines(node, width));
  if (isTable(node)) return tablePlan(node, area.height, lines);
  if (isColumns(node)) return columnsPlan(node, area.height, lines);
  return solid(node.height);
}

function columnsPlan({ columns }: ColumnsNode, pageHeight: number, lines: LineMaker): Plan {
  const height = Math.max(...columns.map((column) => cellHeight(column, column.width, lines)));
  // pdfmake aligns by the height of all pages together.
  if (height > pageHeight) for (const column of columns) delete column.verticalAlignment;
  return solid(height);
}

function solid(height: number): Plan {
  return { lineCount: 0, settle: (tail) => height + tail };
}

function textPlan(node: TextNode, made: readonly Line[]): Plan {
  const last = made.length - 1;
  const mayBreakBefore = (index: number): boolean => !node.keepTogether && index !== 1 && index !== last;
  return {
    lineCount: made.length,
    settle(tail, glued) {
      let group = tail;
      let start = tail;
      const needs = made.map(() => 0);
      for (let index = last; index >= 0; index--) {
        group += made[index]?.getHeight() ?? 0;
        start = group;
        if (index === 0 ? glued : !mayBreakBefore(index)) continue;
        needs[index] = group;
        group = 0;
      }
      node.planned = made.map((line, index) => ({ line, need: needs[index] ?? 0 }));
      return start;
    },
  };
}

function tablePlan(node: Measured<TableNode>, pageHeight: number, lines: LineMaker): Plan {
  const { table, layout } = node;
  const heights = table.body.map((row, index) => {
    const content = Math.max(
      ...row.map((cell, column) => cellHeight(cell, widthOf(table.widths[column]), lines)),
      table.heights?.[index] ?? 0,
    );
    return content + layout.paddingTop() + layout.paddingBottom() + layout.hLineWidth(index + 1);
  });
  const sum = (from: number, to: number): number => heights.slice(from, to).reduce((total, height) => total + height, 0);
  const top = layout.hLineWidth(0);
  if (top + sum(0, table.headerRows) > REPEATED_HEAD) table.headerRows = 0;
  const head = table.headerRows;
  const headHeight = top + sum(0, head);
  const lineHeight = cellLineHeight(table.body[head]?.[0]);
  return {
    lineCount: 0,
    settle(tail, glued) {
      const rows = heights.map((height, index) => {
        if (index < head) return 0;
        const whole = headHeight + height <= pageHeight;
        if (!whole) for (const cell of table.body[index] ?? []) keepLastLines(cell);
        const beginning = whole ? height : layout.paddingTop() + 2 * lineHeight + layout.paddingBottom();
        return beginning + (whole && index === heights.length - 1 ? tail : 0);
      });
      const start = headHeight + (rows[head] ?? tail);
      rows[head] = 0;
      node.needs = { start: glued ? 0 : start, rows };
      return start;
    },
  };
}

function widthOf(width: number | { readonly width: number } | undefined): number {
  return typeof width === 'object' ? width.width : (width ?? 0);
}

function cellHeight(cell: Measured<TextNode>, width: number, lines: LineMaker): number {
  const made = lines(cell, width);
  cell.planned = made.map((line) => ({ line, need: 0 }));
  return made.reduce((sum, line) => sum + line.getHeight(), 0);
}

/** The last line of a cell that goes on on another page does not stand there alone. */
function keepLastLines({ planned = [] }: TextNode): void {
  const index = planned.length - 2;
  const [line, last] = planned.slice(-2);
  if (index > 0 && line && last) planned[index] = { ...line, need: line.line.getHeight() + last.line.getHeight() };
}

function cellLineHeight(cell: TextNode | undefined): number {
  return cell?.planned?.[0]?.line.getHeight() ?? 0;
}

/** The last two lines above the node stay with it, be they of one paragraph or of two. */
function bindTextAbove(nodes: readonly FlowNode[], plans: readonly Plan[], index: number): void {
  const above = nodes[index - 1];
  if (above === undefined || nodes[index]?.pageBreak) return;
  above.keepWithNext = true;
  const higher = nodes[index - 2];
  if (higher === undefined || above.pageBreak || !isText(above) || plans[index - 1]?.lineCount !== 1) return;
  // Room for stamps ends what it belongs to.
  if (isText(higher)) higher.keepWithNext = true;
}
