import type { Block, Table } from '../../model/draft.js';
import type { ViewAnnex } from '../../model/kind.js';
import { type Passage, passagesOf, staysWithNext, tableColumns } from '../passages.js';
import type { Face } from './fonts.js';
import { mm } from './millimetres.js';
import { type FlowNode, oneLine, type TableLayout, type TableNode, type TextNode } from './nodes.js';
import { FIRST_INDENT, TEXT_WIDTH } from './sheet.js';
import { signatureLine } from './signature.js';

const SIZE = 14;
const SMALL = 12;
/** Of tables with many columns (ДСТУ 4163:2020 lets reference data be 8–12 points). */
const DENSE = 9;
const REFERENCE_INDENT = mm(100);
const DEEPEST_INDENT = 5;

type Heading = Pick<TextNode, 'bold' | 'italics' | 'alignment' | 'leadingIndent'> & { readonly before: number; readonly after: number };
const HEADINGS: Readonly<Record<1 | 2 | 3, Heading>> = {
  1: { bold: true, alignment: 'center', before: 14, after: 6 },
  2: { bold: true, alignment: 'left', leadingIndent: FIRST_INDENT, before: 10, after: 3 },
  3: { italics: true, alignment: 'left', leadingIndent: FIRST_INDENT, before: 8, after: 2 },
};
const TABLE = { before: 6, after: 8, rule: 0.5, padding: { x: 4, y: 2 } } as const;

/** An annex as nodes that begin on a new page (R 6.3): reference in the upper right corner, title, body, the line of who prepared it. */
export function annexNodes(face: Face, annex: ViewAnnex): FlowNode[] {
  const nodes: FlowNode[] = [
    ...annex.reference.map(reference),
    {
      text: oneLine(annex.title),
      bold: true,
      alignment: 'center',
      margin: [0, 22, 0, 0],
      keepWithNext: true,
      keepTogether: true,
    },
    ...bodyNodes(annex.body),
    ...(annex.preparedBy === null ? [] : [signatureLine(face, annex.preparedBy, SIZE)]),
  ];
  if (nodes[0] !== undefined) nodes[0].pageBreak = 'before';
  return nodes;
}

/** Headings, paragraphs, lists and tables under a title. */
export function bodyNodes(blocks: readonly Block[]): FlowNode[] {
  const passages = passagesOf(blocks);
  return passages.map((passage, index): FlowNode => {
    const node = passageNode(passage, spaceAfter(passages[index - 1]));
    return staysWithNext(passage, passages[index + 1]) ? { ...node, keepWithNext: true } : node;
  });
}

function reference(line: string): TextNode {
  return { text: oneLine(line), fontSize: SMALL, margin: [REFERENCE_INDENT, 0, 0, 0], keepWithNext: true, keepTogether: true };
}

/** Space under what stands above a passage: the annex's title if nothing does. */
function spaceAfter(above: Passage | undefined): number {
  if (above === undefined) return 12;
  if (above.type === 'text') return 0;
  return above.type === 'table' ? TABLE.after : HEADINGS[above.level].after;
}

/** `least` is the least space above the passage. */
function passageNode(passage: Passage, least: number): FlowNode {
  const left = Math.min(Math.max(0, passage.depth - 1), DEEPEST_INDENT) * FIRST_INDENT;
  if (passage.type === 'table')
    return { ...tableNode(passage.table, TEXT_WIDTH - left), margin: [left, Math.max(least, TABLE.before), 0, 0] };
  if (passage.type === 'heading') {
    const { before, after: _, ...style } = HEADINGS[passage.level];
    return { ...style, text: oneLine(passage.text), margin: [left, Math.max(least, before), 0, 0], keepWithNext: true, keepTogether: true };
  }
  return running(passage.mark, passage.text, [left, least, 0, 0]);
}

/** A justified paragraph with an indented first line; `mark` is a number or a sign that stands before it. */
export function running(mark: string | null, words: string, margin: TextNode['margin'] & object): TextNode {
  const text = oneLine(words);
  return {
    text: mark === null ? text : `${mark} ${text}`,
    alignment: 'justify',
    leadingIndent: FIRST_INDENT,
    margin,
    keepWithNext: leadsOn(text),
    marked: mark !== null,
  };
}

/** Words that what follows belongs to: a sentence that ends with a colon, a mark of an item with nothing after it. */
function leadsOn(text: string): boolean {
  return text === '' || text.endsWith(':');
}

/** A table with rules, as wide as told; its head is repeated on every page it goes on to. */
function tableNode(table: Table, width: number): TableNode {
  const shares = tableColumns(table);
  const inner = width - TABLE.rule * (shares.length + 1);
  const paddings = shares.map((share) => Math.min(TABLE.padding.x, (share * inner) / 4));
  const padding = (column: number): number => paddings[column] ?? 0;
  const row = (cells: readonly string[], style: Omit<TextNode, 'text'>): TextNode[] =>
    shares.map((_, column) => ({ ...style, text: oneLine(cells[column] ?? ''), fontSize: table.isDense ? DENSE : SMALL }));
  const head = table.head.map((cells) => row(cells, { bold: true, alignment: 'center' }));
  const rows = table.rows.map((cells) => row(cells, {}));
  for (const { row: at, column, text } of table.inFull ?? []) {
    const cell = rows[at]?.[column];
    if (cell !== undefined) cell.inFull = oneLine(text);
  }
  const layout: TableLayout = {
    hLineWidth: () => TABLE.rule,
    vLineWidth: () => TABLE.rule,
    hLineColor: () => 'black',
    vLineColor: () => 'black',
    paddingLeft: padding,
    paddingRight: padding,
    paddingTop: () => TABLE.padding.y,
    paddingBottom: () => TABLE.padding.y,
  };
  return {
    table: {
      headerRows: head.length,
      widths: shares.map((share, column) => share * inner - 2 * padding(column)),
      body: [...head, ...rows],
    },
    layout,
  };
}
