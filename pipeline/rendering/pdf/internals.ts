import { createRequire } from 'node:module';
import type { EmbeddedFont, Line } from './line.js';
import type { FlowNode, Measured, TableNode, TextNode } from './nodes.js';

/** The version of pdfmake whose inner classes are used here; with another one nothing here can be relied on. */
export const PDFMAKE_VERSION = '0.3.11';

export interface Context {
  readonly y: number;
  readonly pageMargins: { readonly top: number; readonly bottom: number };
  readonly availableHeight: number;
  availableWidth: number;
  getCurrentPage(): { readonly pageSize: { readonly height: number } };
}

export interface PageWriter {
  readonly transactionLevel: number;
  readonly repeatables: readonly { readonly height: number }[];
  context(): Context;
  moveToNextPage(): void;
}

export interface LayoutBuilder {
  readonly writer: PageWriter;
  processVerticalContainer(node: { readonly stack: readonly FlowNode[] }): void;
  buildNextLine(node: Measured<TextNode>): Line | null;
}

/** Pages as they are laid out, before they are painted. */
export type LaidOutPage = object;

interface DocumentLayout extends LayoutBuilder {
  layoutDocument(
    content: object,
    document: PdfDocument,
    styles: object,
    defaultStyle: object,
    background: undefined,
    header: ((page: number) => object | null) | undefined,
    footer: (() => object) | undefined,
  ): LaidOutPage[];
}

interface PagePainter extends Renderer {
  renderPages(pages: readonly LaidOutPage[]): void;
}

export interface TableProcessor {
  readonly tableNode: TableNode;
  readonly headerRows: number;
  beginTable(writer: PageWriter): void;
  beginRow(row: number, writer: PageWriter): void;
  drawHorizontalLine(row: number, writer: PageWriter): void;
}

export interface ElementWriter {
  context(): Context;
  alignLine(line: Line): void;
}

export interface StyleStack {
  push(style: unknown): void;
  pop(howMany?: number): void;
  getProperty(property: string): unknown;
}

export interface Renderer {
  readonly pdfDocument: PdfDocument;
  renderSVG(node: { readonly x: number; readonly y: number; readonly _width: number; readonly _height: number }): void;
}

export type EmbeddedFontClass = new (document: PdfDocument, font: unknown, id: string) => EmbeddedFont;

type Writable = Record<string, unknown>;

/** pdfmake's document and the pdfkit 0.19.1 document behind it. */
export interface PdfDocument extends NodeJS.ReadableStream {
  readonly virtualfs: unknown;
  readonly subset: unknown;
  readonly version: number;
  info: Writable;
  readonly fontCache: Record<string, Record<string, EmbeddedFont>>;
  readonly _fontFamilies: Record<string, EmbeddedFont>;
  readonly _root: { readonly data: Writable };
  readonly _font: EmbeddedFont;
  /** Whether streams that are begun now are packed. */
  compress: boolean;
  /** The last page; the offset of its content is known once that is written. */
  readonly page: { readonly content: { readonly offset?: number } };
  _fontCount: number;
  font(source: Uint8Array): PdfDocument;
  getFontType(bold: boolean, italics: boolean): string;
  getFontFile(family: string, bold: boolean, italics: boolean): string | null;
  provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
  ref(data: Writable): { write(bytes: Uint8Array): void; end(): void };
  save(): PdfDocument;
  restore(): PdfDocument;
  translate(x: number, y: number): PdfDocument;
  scale(x: number, y: number): PdfDocument;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): PdfDocument;
  lineJoin(join: 'miter'): PdfDocument;
  lineCap(cap: 'butt'): PdfDocument;
  lineWidth(width: number): PdfDocument;
  fillColor(colour: string): PdfDocument;
  strokeColor(colour: string): PdfDocument;
  path(path: string): PdfDocument;
  fill(): PdfDocument;
  stroke(): PdfDocument;
  initSubset(options: Writable): void;
  _addInfo(): void;
  _addColorOutputIntent(): void;
  end(): void;
}

interface Printer {
  createPdfKitDocument(definition: object): Promise<PdfDocument>;
}

interface UrlResolver {
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
}

type Prototype<T> = { readonly prototype: T };

const require = createRequire(import.meta.url);
const inner = <T>(file: string): T => (require(`pdfmake/js/${file}.js`) as { readonly default: T }).default;

export const installedVersion = (require('pdfmake/package.json') as { readonly version: string }).version;
export const PdfDocumentClass = inner<
  Prototype<PdfDocument> & (new (fonts: object, images: object, patterns: object, attachments: object, options: object) => PdfDocument)
>('PDFDocument');
export const LayoutBuilderClass = inner<
  Prototype<LayoutBuilder> & (new (pageSize: object, pageMargins: object, svgMeasure: object) => DocumentLayout)
>('LayoutBuilder');
export const SvgMeasureClass = inner<new () => object>('SVGMeasure');
export const ElementWriterClass = inner<Prototype<ElementWriter>>('ElementWriter');
export const TableProcessorClass = inner<Prototype<TableProcessor>>('TableProcessor');
export const RendererClass = inner<Prototype<Renderer> & (new (document: PdfDocument) => PagePainter)>('Renderer');
export const StyleStackClass = inner<
  Prototype<StyleStack> & {
    getStyleProperty(item: Writable, stack: StyleStack | undefined, property: string, otherwise: unknown): unknown;
  }
>('StyleContextStack');
export const PrinterClass =
  inner<new (fonts: object, files: object, resolver: UrlResolver, localAccessPolicy: (path: string) => boolean) => Printer>('Printer');
export const UrlResolverClass = inner<new (files: object) => UrlResolver>('URLResolver');

/** Path of a file of the pdfkit that pdfmake uses. */
export function pdfkitFile(name: string): string {
  const pdfkit = createRequire(require.resolve('pdfmake/js/PDFDocument.js')).resolve('pdfkit');
  return require.resolve(`${pdfkit.slice(0, pdfkit.lastIndexOf('/'))}/${name}`);
}
