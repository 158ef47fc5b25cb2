import { FontShelf } from './font-shelf.js';
import type { Faces } from './fonts.js';
import {
  type LaidOutPage,
  LayoutBuilderClass,
  PDFMAKE_VERSION,
  type PdfDocument,
  PrinterClass,
  RendererClass,
  SvgMeasureClass,
  UrlResolverClass,
} from './internals.js';
import type { Definition, DocumentProperties, Flow, TextNode } from './nodes.js';
import type { WrittenSigns } from './other-signs.js';
import { patchPdfmake } from './pdfmake-patches.js';

/** A document that is laid out: the positions of its definition's nodes and its wide words are known. */
export interface LaidOut {
  /** The file; to be asked once. */
  write(): Promise<Buffer>;
}

/** A document that is made a part after another: what is printed is in memory no more. */
export interface PartedDocument {
  /** Lays a part out on pages of its own, from 1; the positions of its nodes are then known. */
  layOut(content: Flow, header: (page: number) => TextNode | null, footer?: () => TextNode): LaidOutPart;
  /** What was written since it was asked last. */
  written(): Buffer[];
  /** How the file writes a text in bold; until its end, that it has the signs. */
  boldSigns(text: string): WrittenSigns;
  /** Where in the file the content of the first page begins, once it has ended. */
  firstPageAt(): number;
  /** The rest of the file; to be asked once. */
  end(): AsyncIterable<Buffer>;
}

export interface LaidOutPart {
  readonly pages: number;
  /** Prints the first so many of its pages after those that were printed before. */
  print(pages: number): void;
}

/** A definition is used up by either. */
export interface Printer {
  layOut(definition: Definition): Promise<LaidOut>;
  /** The same layout, cheaper, for what will not be written. */
  measure(definition: Definition): Promise<void>;
  /** A document without pages, to be made in parts; the content of the first page is not packed, if asked for. */
  inParts(
    sheet: Pick<Definition, 'properties' | 'pageSize' | 'pageMargins'>,
    options?: { readonly isFirstPagePlain?: boolean },
  ): Promise<PartedDocument>;
}

/** Names that pdfkit does not know it ignores without a word, so level and version are looked at in every document. */
const LEVEL = 'PDF/A-1b';
const VERSION = '1.4';

/**
 * Prints pdfmake definitions as PDF/A-1b (sRGB, language `uk-UA`) in faces that were parsed once. A document reads no file and no network; its
 * bytes depend on the definition alone.
 */
export function pdfmakePrinter(faces: Faces): Printer {
  patchPdfmake();
  const shelf = new FontShelf(faces);
  const { ascent, lineHeight, font } = faces.regular;
  const defaultStyle = { font: 'Tinos', fontSize: 14, lineHeight: lineHeight / (ascent - font.descent / font.unitsPerEm) };

  const open = async (definition: Definition, maxPagesNumber: number | undefined): Promise<PdfDocument> => {
    const resolver = new UrlResolverClass(shelf);
    resolver.setUrlAccessPolicy(() => false);
    const fonts = { Tinos: { normal: 'regular', bold: 'bold', italics: 'italic' } };
    const { properties, pageSize, pageMargins, content, header, footer } = definition;
    const document = await new PrinterClass(fonts, shelf, resolver, () => false).createPdfKitDocument({
      version: VERSION,
      subset: LEVEL,
      language: 'uk-UA',
      displayTitle: true,
      info: infoOf(properties),
      pageSize: { ...pageSize },
      pageMargins: [...pageMargins],
      defaultStyle,
      content,
      header,
      ...(footer === undefined ? {} : { footer }),
      ...(maxPagesNumber === undefined ? {} : { maxPagesNumber }),
    });
    if (document.subset !== 1 || document.version !== Number(VERSION)) throw new Error(`pdfkit does not write ${LEVEL}`);
    return document;
  };
  return {
    async layOut(definition) {
      const document = await open(definition, definition.maxPagesNumber);
      return { write: () => bytesOf(document) };
    },
    async measure(definition) {
      // pdfmake takes 0 for no limit; any number below 1 lets it lay out all pages and paint none.
      await open(definition, Number.MIN_VALUE);
    },
    async inParts({ properties, pageSize, pageMargins }, { isFirstPagePlain = false } = {}) {
      const sheet = { properties, pageSize, pageMargins };
      const document = await open({ ...sheet, content: { stack: [], wideWords: [] } }, Number.MIN_VALUE);
      let firstContent: PdfDocument['page']['content'] | undefined;
      const print = (pages: readonly LaidOutPage[]): void => new RendererClass(document).renderPages(pages);
      const printFirst = (page: LaidOutPage): void => {
        document.compress = !isFirstPagePlain;
        print([page]);
        document.compress = true;
        firstContent = document.page.content;
      };
      const [left, top, right, bottom] = sheet.pageMargins;
      return {
        layOut(content, header, footer) {
          const builder = new LayoutBuilderClass({ ...sheet.pageSize }, { left, top, right, bottom }, new SvgMeasureClass());
          const pages = builder.layoutDocument(content, document, {}, defaultStyle, undefined, header, footer);
          return {
            pages: pages.length,
            print(count) {
              const [first, ...others] = pages.slice(0, count);
              if (first !== undefined) (firstContent === undefined ? printFirst : (page: LaidOutPage) => print([page]))(first);
              print(others);
            },
          };
        },
        written() {
          const chunks: Buffer[] = [];
          const next = (): Buffer | null => document.read() as Buffer | null;
          for (let chunk = next(); chunk !== null; chunk = next()) chunks.push(chunk);
          return chunks;
        },
        boldSigns(text) {
          const [codes, positions] = document.provideFont('Tinos', true, false).encode(text);
          return { codes, widths: positions.map(({ xAdvance }) => xAdvance) };
        },
        firstPageAt: () => firstContent?.offset ?? 0,
        async *end() {
          document.end();
          for await (const chunk of document) yield chunk as Buffer;
        },
      };
    },
  };
}

function infoOf({ title, author, subject, keywords, date }: DocumentProperties): object {
  return {
    title,
    author,
    subject,
    keywords: keywords.join(', '),
    creator: 'Regesta',
    producer: `Regesta (pdfmake ${PDFMAKE_VERSION})`,
    creationDate: new Date(`${date}T12:00:00Z`),
  };
}

function bytesOf(document: PdfDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });
}
