import type { LocalDate } from '../../model/date.js';
import type { Inline, Line } from './line.js';

/** Where pdfmake put a line of a node: page from 1, points from the page's upper left corner. */
export interface Position {
  readonly pageNumber: number;
  readonly left: number;
  readonly top: number;
}

/** A line, and the height that must be free for it to stand on the page: 0 if it goes where the line above it is. Points. */
export interface PlannedLine {
  readonly line: Line;
  readonly need: number;
}

/** Heights that must be free for a table, or a row of it, to begin on the page; points, 0 if it goes where what is above it is. */
export interface TableNeeds {
  readonly start: number;
  readonly rows: readonly number[];
}

/** Points: left, top, right, bottom. */
export type Margin = [left: number, top: number, right: number, bottom: number];

/** What every node of a flow may say of the page's end; pdfmake knows only `pageBreak`, the page plan knows the rest. */
interface Placed {
  margin?: Margin;
  pageBreak?: 'before';
  /** No page ends between this node and the next. */
  keepWithNext?: boolean;
  /** Two lines of text at least stand above this node on its page. */
  keepTextAbove?: boolean;
  /** Filled by pdfmake: a position a line. */
  positions?: Position[];
}

export interface Styled {
  bold?: boolean;
  italics?: boolean;
  color?: string;
}

export interface TextNode extends Placed, Styled {
  text: string | ({ text: string } & Styled)[];
  alignment?: 'left' | 'center' | 'right' | 'justify';
  fontSize?: number;
  /** Indent of the first line, points. */
  leadingIndent?: number;
  verticalAlignment?: 'middle' | 'bottom';
  /** Points; of a column. */
  width?: number;
  /** No page ends inside it. */
  keepTogether?: boolean;
  /** The first word is a number or a sign of a list: no line ends after it and the space after it does not stretch. */
  marked?: boolean;
  /** Of a cell: what it says where its row begins a page. */
  inFull?: string;
  /** Filled by the page plan. */
  planned?: PlannedLine[];
}

export interface ColumnsNode extends Placed {
  columns: (TextNode & { width: number })[];
  columnGap?: number;
}

export interface SvgNode extends Placed {
  svg: string;
  width: number;
  height: number;
  alignment?: 'center';
}

export interface TableLayout {
  hLineWidth(index: number): number;
  vLineWidth(index: number): number;
  hLineColor(): string;
  vLineColor(): string;
  paddingLeft(column: number): number;
  paddingRight(column: number): number;
  paddingTop(): number;
  paddingBottom(): number;
}

export interface TableNode extends Placed {
  table: {
    headerRows: number;
    /** Points, inside the padding; pdfmake puts an object in place of each number. */
    widths: (number | { readonly width: number })[];
    /** Least heights of the rows, points. */
    heights?: number[];
    body: TextNode[][];
  };
  layout: TableLayout;
  /** Filled by the page plan. */
  needs?: TableNeeds;
}

export type FlowNode = TextNode | ColumnsNode | SvgNode | TableNode;

/** What a node has once pdfmake has measured it. */
export type Measured<Node> = Node & { _inlines?: Inline[]; _height?: number };

export function isText(node: FlowNode): node is TextNode {
  return 'text' in node;
}
export function isTable(node: FlowNode): node is TableNode {
  return 'table' in node;
}
export function isColumns(node: FlowNode): node is ColumnsNode {
  return 'columns' in node;
}

/** A word too wide for its column: it is on the node's line of this index. */
export interface WideWord {
  readonly node: TextNode;
  readonly line: number;
  readonly text: string;
}

/** The content of a document: nodes whose page ends are planned. */
export interface Flow {
  stack: FlowNode[];
  /** Filled by the page plan. */
  readonly wideWords: WideWord[];
}

/** What a PDF says of itself, in its Info dictionary and in its XMP alike. */
export interface DocumentProperties {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** Every date in the file is this day's noon, UTC. */
  readonly date: LocalDate;
}

/** A document to print: pdfmake's definition but for what the printer itself settles (fonts, PDF/A, dates). */
export interface Definition {
  readonly properties: DocumentProperties;
  readonly pageSize: { readonly width: number; readonly height: number };
  /** Points: left, top, right, bottom. */
  readonly pageMargins: readonly [number, number, number, number];
  readonly content: Flow;
  readonly header?: (page: number) => TextNode | null;
  readonly footer?: () => TextNode;
  /** Pages after these are dropped. */
  readonly maxPagesNumber?: number;
}

/** pdfmake keeps blanks and line ends of a text; in an act any run of them is one space. */
export function oneLine(text: string): string {
  return text
    .split(/[ \t\r\n]+/)
    .filter((word) => word !== '')
    .join(' ');
}
