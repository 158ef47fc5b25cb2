import { type Definition, type Flow, type FlowNode, isColumns, isTable, isText, type Position, type TableNode } from './nodes.js';
import type { PartedDocument } from './printer.js';

/** Rows of tables that are laid out at once: some pages. */
const ROWS = 120;

type Content = Pick<Definition, 'content' | 'header' | 'footer'>;

/** Whether a flow has so many rows of tables that it is better laid out in parts. */
export function isLong({ stack }: Flow): boolean {
  return stack.reduce((rows, node) => rows + (isTable(node) ? node.table.body.length : 0), 0) > 2 * ROWS;
}

/**
 * Lays a flow out in parts that end within its tables: of the pages of a part all are printed but the last on which a row begins at the top, and that row is
 * laid out again with what follows. The pages are those of the whole flow, whose nodes then know their positions; no more than a part of it is ever laid out
 * at once. `print` gets the pages of a part that are right.
 */
export function flowInParts(
  document: PartedDocument,
  { content, header, footer }: Content,
  print: (part: ReturnType<PartedDocument['layOut']>, pages: number) => void,
): void {
  let rest = content.stack;
  let printed = 0;
  let limit = ROWS;
  while (rest.length > 0) {
    const { nodes, cut } = partOf(rest, limit);
    const copies = nodes.map(copyOf);
    const flow: Flow = { stack: [...copies], wideWords: [] };
    const before = printed;
    // Headers ask where nodes are, so that is told before them.
    const told = cut === null ? nodes : [...nodes.slice(0, -1), cut.table];
    const tell = (): void => told.forEach((node, index) => void tellPositions(node, copies[index], before));
    const part = document.layOut(
      flow,
      (page) => {
        tell();
        return header?.(before + page) ?? null;
      },
      footer,
    );
    tell();
    const last = copies.at(-1);
    const next = cut === null || last === undefined || !isTable(last) ? null : lastBeginning(last);
    if (cut !== null && next === null) {
      limit += ROWS;
      continue;
    }
    const pages = next === null ? part.pages : next.page - 1;
    for (const { node, line, text } of flow.wideWords) {
      const positions = shifted(node.positions, before);
      if ((positions[line]?.pageNumber ?? 1) <= before + pages) content.wideWords.push({ node: { ...node, positions }, line, text });
    }
    print(part, pages);
    printed += pages;
    limit = ROWS;
    rest = cut === null || next === null ? [] : [tableFrom(cut.table, next), ...cut.after];
  }
}

interface Part {
  readonly nodes: readonly FlowNode[];
  /** The table at the end of the part of which rows are still to come, whole, and what follows it. */
  readonly cut: { readonly table: TableNode; readonly after: readonly FlowNode[] } | null;
}

/** The nodes up to so many rows of tables. */
function partOf(stack: readonly FlowNode[], limit: number): Part {
  let room = limit;
  for (const [index, node] of stack.entries()) {
    if (!isTable(node)) continue;
    const { table } = node;
    const rows = table.body.length - table.headerRows;
    if (rows <= room) {
      room -= rows;
      continue;
    }
    const begun: TableNode = { ...node, table: { ...table, body: table.body.slice(0, table.headerRows + Math.max(1, room)) } };
    return { nodes: [...stack.slice(0, index), begun], cut: { table: node, after: stack.slice(index + 1) } };
  }
  return { nodes: stack, cut: null };
}

interface Beginning {
  readonly page: number;
  /** Of the table's rows, those of its head counted. */
  readonly row: number;
  /** Whether the head stands above it again. */
  readonly hasHead: boolean;
}

/** The last page but the first on which nothing stands above a row of a table that begins there; null if there is none. */
function lastBeginning({ table }: TableNode): Beginning | null {
  const { body, headerRows } = table;
  let end = 0;
  let found: Beginning | null = null;
  for (const [row, cells] of body.entries()) {
    if (row < headerRows) continue;
    const pages = cells.flatMap(({ positions = [] }) => positions.map(({ pageNumber }) => pageNumber));
    const first = Math.min(...pages);
    if (end > 0 && first > end) found = { page: first, row, hasHead: headerRows > 0 };
    end = Math.max(end, ...pages);
  }
  return found;
}

function tableFrom(node: TableNode, { row, hasHead }: Beginning): TableNode {
  const { table, margin, ...more } = node;
  const { body, headerRows, heights } = table;
  const head = hasHead ? headerRows : 0;
  return {
    ...more,
    ...(margin === undefined ? {} : { margin: [margin[0], 0, margin[2], margin[3]] }),
    table: {
      ...table,
      headerRows: head,
      body: [...body.slice(0, head), ...body.slice(row)],
      ...(heights === undefined ? {} : { heights: [...heights.slice(0, head), ...heights.slice(row)] }),
    },
  };
}

/** pdfmake uses up what it lays out, and rows are laid out twice. */
function copyOf(node: FlowNode): FlowNode {
  if (isTable(node)) {
    const { table } = node;
    const body = table.body.map((row) => row.map((cell) => ({ ...cell })));
    return { ...node, table: { ...table, widths: [...table.widths], body } };
  }
  if (isColumns(node)) return { ...node, columns: node.columns.map((column) => ({ ...column })) };
  return isText(node) && Array.isArray(node.text) ? { ...node, text: node.text.map((piece) => ({ ...piece })) } : { ...node };
}

function tellPositions(node: FlowNode, copy: FlowNode | undefined, before: number): void {
  if (copy === undefined) return;
  node.positions = shifted(copy.positions, before);
  if (!isTable(node) || !isTable(copy) || copy.table.body.length < node.table.body.length) return;
  for (const [row, cells] of node.table.body.entries())
    for (const [column, cell] of cells.entries()) cell.positions = shifted(copy.table.body[row]?.[column]?.positions, before);
}

function shifted(positions: readonly Position[] = [], before: number): Position[] {
  return positions.map((position) => ({ ...position, pageNumber: position.pageNumber + before }));
}
