import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { LocalDate } from '../../model/date.js';
import { escapeXml } from '../escape-xml.js';
import type { FaceName, Faces, Glyph } from './fonts.js';

/** What a PDF says of itself, in its Info dictionary and in its XMP alike. */
export interface DocumentProperties {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** Every date in the file is this day's noon, UTC. */
  readonly date: LocalDate;
}

/** A PDF being written, page after page. */
export interface PdfPages {
  /** Adds a page; operators that follow go to it, y upwards from its lower left corner. Sizes in points. */
  addPage(width: number, height: number): void;
  /** Appends operators of a content stream to the page. */
  write(operators: string): void;
  /** Name by which the page's operators choose a face. */
  fontName(face: FaceName): string;
  /** Code of a glyph in the file's own subset of the face: four hexadecimal digits. */
  glyphCode(face: FaceName, glyph: Glyph): string;
  /** The whole file; nothing can be added after. */
  end(): Promise<Buffer>;
}

type Writable = Record<string, unknown>;

/** What we use of pdfmake 0.3.11's document and of the pdfkit 0.19.1 behind it. */
interface PdfmakeDocument extends NodeJS.ReadableStream {
  readonly page: { readonly fonts: Record<string, unknown> };
  readonly subset: unknown;
  readonly version: number;
  info: Writable;
  readonly _fontFamilies: Record<string, EmbeddedFont>;
  readonly _root: { readonly data: Writable };
  readonly _font: EmbeddedFont;
  font(source: Uint8Array): PdfmakeDocument;
  addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): PdfmakeDocument;
  addContent(operators: string): PdfmakeDocument;
  ref(data: Writable): { write(bytes: Uint8Array): void; end(): void };
  _addInfo(): void;
  _addColorOutputIntent(): void;
  end(): void;
}
interface EmbeddedFont {
  readonly subset: { includeGlyph(id: number): number };
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  readonly scale: number;
  readonly name: string;
  ref(): unknown;
}
type EmbeddedFontClass = new (document: PdfmakeDocument, font: unknown, id: string) => EmbeddedFont;

const require = createRequire(import.meta.url);
const DOCUMENT = require.resolve('pdfmake/js/PDFDocument.js');
const { default: Document } = require(DOCUMENT) as {
  readonly default: new (fonts: object, images: object, patterns: object, attachments: object, options: object) => PdfmakeDocument;
};

/** Names that pdfkit does not know it ignores without a word, so the level is fixed here and looked at in every file. */
const LEVEL = 'PDF/A-1b';
const FONT_IDS: Readonly<Record<FaceName, string>> = { regular: 'F1', bold: 'F2', italic: 'F3' };

/**
 * Makes PDF/A-1b files (PDF 1.4, sRGB, language `uk-UA`) over faces that were parsed once. Nothing is read from disk for a document and
 * nothing from a network at all; the bytes depend on the input alone.
 */
export function pdfWriter(faces: Faces): (properties: DocumentProperties) => PdfPages {
  const icc = readFileSync(join(dirname(createRequire(DOCUMENT).resolve('pdfkit')), 'data', 'sRGB_IEC61966_2_1.icc'));
  const Embedded = embeddedFontClass(faces);
  return (properties) => open(faces, icc, Embedded, properties);
}

/** pdfkit keeps the class to itself; a document that is thrown away shows it. */
function embeddedFontClass(faces: Faces): EmbeddedFontClass {
  const probe = new Document({}, {}, {}, {}, { font: null, autoFirstPage: false });
  return probe.font(faces.regular.bytes)._font.constructor as EmbeddedFontClass;
}

function open(faces: Faces, icc: Buffer, Embedded: EmbeddedFontClass, properties: DocumentProperties): PdfPages {
  const document = new Document({}, {}, {}, {}, { ...OPTIONS, info: infoOf(properties) });
  if (document.subset !== 1 || document.version !== 1.4) throw new Error(`pdfkit does not write ${LEVEL}`);
  escapeMetadata(document);
  document._addColorOutputIntent = () => addOutputIntent(document, icc);
  const fonts = new Map<FaceName, { readonly font: EmbeddedFont; readonly codes: Map<number, string> }>();
  const fontOf = (name: FaceName): { readonly font: EmbeddedFont; readonly codes: Map<number, string> } => {
    let used = fonts.get(name);
    if (used === undefined) {
      used = { font: new Embedded(document, faces[name].font, FONT_IDS[name]), codes: new Map() };
      document._fontFamilies[used.font.name] = used.font;
      fonts.set(name, used);
    }
    return used;
  };
  return {
    addPage(width, height) {
      document.addPage({ size: [width, height], margin: 0 });
      // pdfkit turns every page upside down; turn it back.
      document.addContent(`1 0 0 -1 0 ${height} cm`);
    },
    write(operators) {
      document.addContent(operators);
    },
    fontName(name) {
      document.page.fonts[FONT_IDS[name]] ??= fontOf(name).font.ref();
      return FONT_IDS[name];
    },
    glyphCode(name, glyph) {
      const { font, codes } = fontOf(name);
      const known = codes.get(glyph.id);
      if (known !== undefined) return known;
      const index = font.subset.includeGlyph(glyph.id);
      font.widths[index] ??= glyph.advanceWidth * font.scale;
      font.unicode[index] ??= glyph.codePoints;
      const code = index.toString(16).padStart(4, '0');
      codes.set(glyph.id, code);
      return code;
    },
    end() {
      return new Promise((resolve, reject) => {
        const chunks: Buffer[] = [];
        document.on('data', (chunk: Buffer) => chunks.push(chunk));
        document.on('end', () => resolve(Buffer.concat(chunks)));
        document.on('error', reject);
        document.end();
      });
    },
  };
}

const OPTIONS = {
  pdfVersion: '1.4',
  subset: LEVEL,
  lang: 'uk-UA',
  displayTitle: true,
  autoFirstPage: false,
  font: null,
  tagged: false,
} as const;

function infoOf({ title, author, subject, keywords, date }: DocumentProperties): Writable {
  const given = { Title: title, Author: author, Subject: subject, Keywords: keywords.join(', ') };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
    Creator: 'Regesta',
    Producer: 'Regesta (pdfkit 0.19.1)',
    CreationDate: new Date(`${date}T12:00:00Z`),
  };
}

/** pdfkit 0.19.1 writes the properties into the XMP packet as they are, so `&` or `<` in a title would break the XML. */
function escapeMetadata(document: PdfmakeDocument): void {
  const addInfo = document._addInfo.bind(document);
  document._addInfo = () => {
    const plain = document.info;
    document.info = Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]),
    );
    addInfo();
    document.info = plain;
  };
}

/** As pdfkit does it, with the profile already in memory. */
function addOutputIntent(document: PdfmakeDocument, icc: Buffer): void {
  const profile = document.ref({ Length: icc.length, N: 3 });
  profile.write(icc);
  profile.end();
  // pdfkit writes a String object as a text string, a plain string as a name.
  const name = Object('sRGB IEC61966-2.1') as unknown;
  const intent = document.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: name,
    OutputConditionIdentifier: name,
    DestOutputProfile: profile,
  });
  intent.end();
  document._root.data['OutputIntents'] = [intent];
}
