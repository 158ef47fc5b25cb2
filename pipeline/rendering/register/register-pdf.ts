import type { PrintedRegister, RegisterCell } from '../../model/printed-register.js';
import type { Face, Faces } from '../pdf/fonts.js';
import { mm } from '../pdf/millimetres.js';
import { type FlowNode, oneLine, type TableLayout, type TableNode, type TextNode } from '../pdf/nodes.js';
import { pdfmakePrinter } from '../pdf/printer.js';
import { LANDSCAPE } from './landscape.js';

/** Points. */
const SIZE = { text: 9, head: 9, title: 14, body: 12 } as const;
const TABLE = { rule: 0.5, x: 3, y: 2 } as const;
/** Rows that are laid out at once: some dozen pages. */
const ROWS = 60;

const [LEFT, TOP, RIGHT, BOTTOM] = [mm(LANDSCAPE.left), mm(LANDSCAPE.top), mm(LANDSCAPE.right), mm(LANDSCAPE.bottom)];
const WIDTH = mm(LANDSCAPE.width) - LEFT - RIGHT;

type Row = readonly RegisterCell[];

/**
 * A register as PDF/A-1b on landscape A4, its head repeated on every page, in pieces as they are made. So many rows are laid out at once; of their pages all
 * are printed but the last, and what begins on that is laid out again with the rows that follow: one table, and no more of it in memory than a dozen pages.
 */
export async function* registerPdf(faces: Faces, register: PrintedRegister): AsyncGenerator<Buffer> {
  const face = faces.regular;
  const document = await pdfmakePrinter(faces).inParts({
    properties: register.properties,
    pageSize: { width: mm(LANDSCAPE.width), height: mm(LANDSCAPE.height) },
    pageMargins: [LEFT, TOP, RIGHT, BOTTOM],
  });
  let printed = 0;
  const part = (rows: readonly Row[]) => {
    const table = tableNode(register, rows);
    const before = printed;
    const stack: FlowNode[] = before === 0 ? [...titleNodes(register), table] : [table];
    const laidOut = document.layOut({ stack, wideWords: [] }, (page) => pageNumber(face, before + page));
    return { ...laidOut, table };
  };

  let waiting: Row[] = [];
  let enough = ROWS;
  for await (const row of register.rows) {
    waiting.push(row);
    if (waiting.length < enough) continue;
    const { print, table } = part(waiting);
    const { page, index } = lastBeginning(table);
    // Of a row that goes on over several pages more must be known first.
    if (page === 1) {
      enough += ROWS;
      continue;
    }
    print(page - 1);
    printed += page - 1;
    waiting = waiting.slice(index);
    enough = waiting.length + ROWS;
    yield* document.written();
  }
  if (waiting.length > 0 || printed === 0) {
    const { print, pages } = part(waiting);
    print(pages);
  }
  yield* document.end();
}

/** The last page on which nothing stands above a row that begins there, and that row. */
function lastBeginning({ table }: TableNode): { readonly page: number; readonly index: number } {
  const rows = table.body.slice(table.headerRows);
  let end = 1;
  let found = { page: 1, index: 0 };
  for (const [index, row] of rows.entries()) {
    const pages = row.flatMap(({ positions = [] }) => positions.map(({ pageNumber: page }) => page));
    const first = Math.min(...pages);
    if (index > 0 && first > end) found = { page: first, index };
    end = Math.max(end, ...pages);
  }
  return found;
}

function titleNodes({ bodyNames, title, notes }: PrintedRegister): TextNode[] {
  const centred = (text: string, size: number, more: Partial<TextNode> = {}): TextNode => ({
    ...{ text: oneLine(text), fontSize: size, alignment: 'center', keepWithNext: true, keepTogether: true },
    ...more,
  });
  return [
    ...bodyNames.map((name) => centred(name, SIZE.body)),
    centred(title, SIZE.title, { bold: true, margin: [0, 8, 0, 0] }),
    ...notes.map((note, index) => centred(note, SIZE.body, { margin: [0, index === 0 ? 4 : 0, 0, index === notes.length - 1 ? 8 : 0] })),
  ];
}

/** Under the titles of the columns stand their numbers, as in journals that are kept by hand. */
function tableNode({ columns }: PrintedRegister, rows: readonly Row[]): TableNode {
  const inner = WIDTH - TABLE.rule * (columns.length + 1);
  const head = (text: string, bold: boolean): TextNode => ({ text, bold, fontSize: SIZE.head, alignment: 'center' });
  const layout: TableLayout = {
    hLineWidth: () => TABLE.rule,
    vLineWidth: () => TABLE.rule,
    hLineColor: () => 'black',
    vLineColor: () => 'black',
    paddingLeft: () => TABLE.x,
    paddingRight: () => TABLE.x,
    paddingTop: () => TABLE.y,
    paddingBottom: () => TABLE.y,
  };
  return {
    table: {
      headerRows: 2,
      widths: columns.map(({ share }) => (share / 100) * inner - 2 * TABLE.x),
      body: [
        columns.map(({ title }) => head(oneLine(title), true)),
        columns.map((_, index) => head(String(index + 1), false)),
        ...rows.map((row) => columns.map((_, column): TextNode => ({ text: cellText(row[column] ?? []), fontSize: SIZE.text }))),
      ],
    },
    layout,
  };
}

function cellText(cell: RegisterCell): string {
  return cell.map(oneLine).join('\n');
}

/** Centred above the text, none on the first page. */
function pageNumber(face: Face, page: number): TextNode | null {
  if (page === 1) return null;
  const size = 12;
  return { text: String(page), fontSize: size, alignment: 'center', margin: [LEFT, mm(LANDSCAPE.number) - face.ascent * size, RIGHT, 0] };
}
