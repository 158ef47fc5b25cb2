import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { escapeXml } from '../escape-xml.js';
import { FontShelf } from './font-shelf.js';
import {
  type ElementWriter,
  ElementWriterClass,
  type EmbeddedFontClass,
  installedVersion,
  type LayoutBuilder,
  LayoutBuilderClass,
  type PageWriter,
  PDFMAKE_VERSION,
  type PdfDocument,
  PdfDocumentClass,
  pdfkitFile,
  type TableProcessor,
  TableProcessorClass,
} from './internals.js';
import type { EmbeddedFont, Inline, Line } from './line.js';
import { endWhereAllowed, stretches, stretchingGaps } from './line-ends.js';
import type { Flow, Measured, TextNode } from './nodes.js';
import { planPages } from './page-plan.js';
import { drawCoatOfArms, rememberStyles } from './pdfmake-speed.js';
import { cutWideWords } from './wide-words.js';

/*
 * What pdfmake 0.3.11 (pdfkit 0.19.1) cannot be told by options. Each patch says why and when it can go. A document made without our FontShelf and
 * a content that is no Flow are left as pdfmake makes them, but for justified lines.
 */

const PATCHED = Symbol.for('regesta.pdfmake-patches');

/** Patches pdfmake's classes, once a process; throws if another version than the one known here is installed. */
export function patchPdfmake(): void {
  if (installedVersion !== PDFMAKE_VERSION)
    throw new Error(`pdfmake ${installedVersion} is installed, its patches are for ${PDFMAKE_VERSION}`);
  if (Object.hasOwn(PdfDocumentClass, PATCHED)) return;
  Object.defineProperty(PdfDocumentClass, PATCHED, { value: PDFMAKE_VERSION });
  shareFonts(PdfDocumentClass.prototype);
  escapeMetadata(PdfDocumentClass.prototype);
  cacheColourProfile(PdfDocumentClass.prototype);
  stretchSpacesOnly(ElementWriterClass.prototype);
  keepFlows(LayoutBuilderClass.prototype);
  keepTables(TableProcessorClass.prototype);
  rememberStyles();
  drawCoatOfArms();
}

/**
 * Why: every document parses its fonts anew, decodes their kerning again and takes the glyphs of its subsets apart, which is most of its time; and
 * the CIDSet of a subset leaves out the parts of composite glyphs (ISO 19005-1, 6.3.5). Can go when pdfmake takes parsed fonts and pdfkit counts all
 * glyphs.
 */
function shareFonts(prototype: PdfDocument): void {
  const provideFont = prototype.provideFont;
  let Embedded: EmbeddedFontClass | undefined;
  prototype.provideFont = function (this: PdfDocument, family, bold, italics): EmbeddedFont {
    const shelf = this.virtualfs;
    const face = shelf instanceof FontShelf ? shelf.face(this.getFontFile(family, bold, italics) ?? '') : undefined;
    if (face === undefined) return provideFont.call(this, family, bold, italics);
    this.fontCache[family] ??= {};
    const known = this.fontCache[family];
    const type = this.getFontType(bold, italics);
    const made = known[type];
    if (made !== undefined) return made;
    Embedded ??= embeddedFontClass(face.file);
    const font = new Embedded(this, face.font, `F${++this._fontCount}`);
    const shape = (word: string): ReturnType<EmbeddedFont['layoutRun']> => font.layoutRun(word);
    font.layoutCached = (word) => face.run(word, shape);
    font.subset.encode = () => {
      const file = face.subsetter.encode(font.subset);
      for (const [number, glyph] of font.subset.glyphs.entries()) font.widths[number] = face.subsetter.advanceOf(glyph) * font.scale;
      return file;
    };
    this._fontFamilies[font.name] = font;
    known[type] = font;
    return font;
  };
}

/** pdfkit keeps the class to itself; a document that is thrown away shows it. */
function embeddedFontClass(file: Uint8Array): EmbeddedFontClass {
  const probe = new PdfDocumentClass({}, {}, {}, {}, { font: null, autoFirstPage: false });
  return probe.font(file)._font.constructor as EmbeddedFontClass;
}

/** Why: properties go into the XMP packet as they are, so `&` or `<` in a title breaks its XML. Can go when pdfkit escapes them. */
function escapeMetadata(prototype: PdfDocument): void {
  const addInfo = prototype._addInfo;
  prototype._addInfo = function (this: PdfDocument): void {
    const plain = this.info;
    if (!isOurs(this)) {
      addInfo.call(this);
      return;
    }
    this.info = Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]),
    );
    addInfo.call(this);
    this.info = plain;
  };
}

/** Why: the colour profile is read from disk and compressed for every document. Can go when pdfkit keeps it. */
function cacheColourProfile(prototype: PdfDocument): void {
  const profile = deflateSync(readFileSync(pdfkitFile('data/sRGB_IEC61966_2_1.icc')));
  const initSubset = prototype.initSubset;
  prototype.initSubset = function (this: PdfDocument, options): void {
    initSubset.call(this, options);
    const readingIt = this._addColorOutputIntent;
    this._addColorOutputIntent = () => (isOurs(this) ? addOutputIntent(this, profile) : readingIt.call(this));
  };
}

/** `profile` is deflated. */
function addOutputIntent(document: PdfDocument, profile: Buffer): void {
  const stream = document.ref({ Filter: 'FlateDecode', N: 3 });
  stream.write(profile);
  stream.end();
  // pdfkit writes a String object as a text string, a plain string as a name.
  const name = Object('sRGB IEC61966-2.1') as unknown;
  const intent = document.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: name,
    OutputConditionIdentifier: name,
    DestOutputProfile: stream,
  });
  intent.end();
  document._root.data['OutputIntents'] = [intent];
}

/**
 * Why: a justified line is stretched at every place where it could break, after the hyphen of `соціально-економічний` too, which is then read back
 * as two words (pdfmake issues 1368, 2175). Can go when only spaces stretch.
 */
function stretchSpacesOnly(prototype: ElementWriter): void {
  const alignLine = prototype.alignLine;
  prototype.alignLine = function (this: ElementWriter, line): void {
    if (line.inlines[0]?.alignment !== 'justify') {
      alignLine.call(this, line);
      return;
    }
    if (line.newLineForced || line.lastLineInParagraph) return;
    const gaps = stretchingGaps(line.inlines);
    const free = this.context().availableWidth - line.getWidth();
    if (gaps === 0 || free <= 0) return;
    const stretch = free / gaps;
    let shift = 0;
    for (const inline of line.inlines) {
      inline.x += shift;
      if (stretches(inline)) shift += stretch;
    }
  };
}

/**
 * Why: pdfmake knows no widows, orphans or nodes kept with the next; its `pageBreakBefore` lays the whole document out again for each page end.
 * Can go when nodes can say so. Lines of a flow are made before the layout, with ends at better places, and turn the page when they must.
 */
function keepFlows(prototype: LayoutBuilder): void {
  const processVerticalContainer = prototype.processVerticalContainer;
  const buildNextLine = prototype.buildNextLine;
  const textWidth = (text: string, { font, fontSize }: Inline): number => font.widthOfString(text, fontSize);

  const makeLines = (builder: LayoutBuilder, flow: Flow, node: Measured<TextNode>, width: number): Line[] => {
    const inlines = cutWideWords(node._inlines ?? [], width, textWidth);
    if (node.marked && inlines[0] !== undefined) inlines[0].mark = true;
    // Every piece fits now; pdfmake would still cut one whose space does not.
    for (const inline of inlines) inline.noWrap = true;
    node._inlines = inlines;
    const context = builder.writer.context();
    const { availableWidth } = context;
    context.availableWidth = width;
    const lines: Line[] = [];
    for (let line = buildNextLine.call(builder, node); line !== null; line = buildNextLine.call(builder, node)) {
      endWhereAllowed(line, inlines, width);
      line.lastLineInParagraph = inlines.length === 0;
      for (const { wideWord } of line.inlines)
        if (wideWord !== undefined) flow.wideWords.push({ node, line: lines.length, text: wideWord });
      lines.push(line);
    }
    context.availableWidth = availableWidth;
    return lines;
  };

  prototype.processVerticalContainer = function (this: LayoutBuilder, node): void {
    if (isFlow(node)) {
      const context = this.writer.context();
      const area = { width: context.availableWidth, height: pageHeight(this.writer) };
      planPages(node.stack, area, (text, width) => makeLines(this, node, text, width));
    }
    processVerticalContainer.call(this, node);
  };

  prototype.buildNextLine = function (this: LayoutBuilder, node): Line | null {
    if (node.planned === undefined) return buildNextLine.call(this, node);
    const next = node.planned.shift();
    if (next === undefined) return null;
    if (mustTurn(this.writer, next.need)) this.writer.moveToNextPage();
    return next.line;
  };
}

/**
 * Why: `dontBreakRows` loses what is left of a row higher than a page, and a head that is not kept with a row stays alone. Can go when it divides
 * such rows.
 */
function keepTables(prototype: TableProcessor): void {
  const beginTable = prototype.beginTable;
  const beginRow = prototype.beginRow;
  prototype.beginTable = function (this: TableProcessor, writer): void {
    if (mustTurn(writer, this.tableNode.needs?.start ?? 0)) writer.moveToNextPage();
    beginTable.call(this, writer);
  };
  prototype.beginRow = function (this: TableProcessor, row, writer): void {
    if (mustTurn(writer, this.tableNode.needs?.rows[row] ?? 0)) {
      writer.moveToNextPage();
      if (!this.headerRows) this.drawHorizontalLine(row, writer);
    }
    beginRow.call(this, row, writer);
  };
}

function isOurs({ virtualfs }: PdfDocument): boolean {
  return virtualfs instanceof FontShelf;
}

function isFlow(node: object): node is Flow {
  return 'wideWords' in node;
}

function pageHeight(writer: PageWriter): number {
  const { pageMargins, getCurrentPage } = writer.context();
  return getCurrentPage.call(writer.context()).pageSize.height - pageMargins.top - pageMargins.bottom;
}

/** Sums of fractions, points. */
const EPSILON = 0.001;

/** Whether what needs this height has to go to the next page: it does not fit, and the page has more than heads of tables on it. */
function mustTurn(writer: PageWriter, need: number): boolean {
  const context = writer.context();
  if (need === 0 || writer.transactionLevel > 0 || need <= context.availableHeight - EPSILON) return false;
  const heads = writer.repeatables.reduce((sum, { height }) => sum + height, 0);
  return context.y > context.pageMargins.top + heads + EPSILON;
}
