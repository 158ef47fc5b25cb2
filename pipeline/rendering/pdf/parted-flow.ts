import { type Definition, type Flow, type FlowNode, isColumns, isTable, isText, type Position, type TableNode } from './nodes.js';
import type { PartedDocument } from './printer.js';

/** Rows of tables that are laid out at once: some pages. */
const ROWS = 120;

type Content = Pick<Definition, 'content' | 'header' | 'footer'>;

/** Whether a flow has so many rows of tables that it is better laid out in parts, or rows that say more where a page begins. */
export function isParted({ stack }: Flow): boolean {
  const tables = stack.filter(isTable);
  return tables.reduce((rows, { table }) => rows + table.body.length, 0) > 2 * ROWS || tables.some(saysMoreAbove);
}

const saysMoreAbove = ({ table }: TableNode): boolean => table.body.some((cells) => cells.some(({ inFull }) => inFull !== undefined));

/**
 * Lays a flow out in parts that end within its tables: of the pages of a part all are printed but the last on which a row begins at the top, and that row is
 * laid out again with what follows; a part is laid out once more where a row that begins a page has to say in full what it leaves to the row above. The pages are those of the whole flow, whose nodes then know their positions; no more than a part of it is ever laid out
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
    if (sayInFull(nodes, copies)) continue;
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

/** Lets rows that begin a page, by the copies that were laid out, say what they lean on the row above for; whether there were any. */
function sayInFull(nodes: readonly FlowNode[], copies: readonly FlowNode[]): boolean {
  const leaning = copies.flatMap((copy, index) => {
    const node = nodes[index];
    if (!isTable(copy) || node === undefined || !isTable(node)) return [];
    return rowsAtTop(copy).flatMap(({ row }) => (node.table.body[row] ?? []).filter(({ inFull }) => inFull !== undefined));
  });
  for (const cell of leaning) {
    cell.text = cell.inFull ?? '';
    delete cell.inFull;
  }
  return leaning.length > 0;
}

/** The last page but the first on which nothing stands above a row of a table that begins there; null if there is none. */
function lastBeginning(node: TableNode): Beginning | null {
  const last = rowsAtTop(node).at(-1);
  return last === undefined ? null : { ...last, hasHead: node.table.headerRows > 0 };
}

/** Rows of a table above which nothing of it stands on the page where they begin, but for its first row. */
function rowsAtTop({ table }: TableNode): { readonly page: number; readonly row: number }[] {
  const { body, headerRows } = table;
  let end = 0;
  return body.flatMap((cells, row) => {
    if (row < headerRows) return [];
    const pages = cells.flatMap(({ positions = [] }) => positions.map(({ pageNumber }) => pageNumber));
    const page = Math.min(...pages);
    const isAtTop = end > 0 && page > end;
    end = Math.max(end, ...pages);
    return isAtTop ? [{ page, row }] : [];
  });
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
