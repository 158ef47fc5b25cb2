import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { loadTinos } from '../../../pipeline/rendering/pdf/fonts.js';
import { type ActPrinter, actPrinter } from '../../../pipeline/rendering/pdf/act-printer.js';
import { SHEET } from '../../../pipeline/rendering/pdf/sheet.js';

export const faces = loadTinos();

export function testPrinter(): ActPrinter {
  return actPrinter(faces);
}

/** A printer over faces of its own, which have drawn nothing yet. */
export function freshPrinter(): ActPrinter {
  return actPrinter(loadTinos());
}

/** A piece of text as pdf.js finds it: baseline and left edge in points from the page's upper left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Pieces of text on each page; a line of the layout is several. */
export async function piecesOf(bytes: Buffer): Promise<Piece[][]> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: Piece[][] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    pages.push(
      items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [{ text: item.str, x: Number(item.transform[4]), y: SHEET.height - Number(item.transform[5]), width: item.width }]
          : [],
      ),
    );
  }
  await document.destroy();
  return pages;
}

/** Text of an uncompressed part of a PDF. */
export function latin1(bytes: Buffer): string {
  return bytes.toString('latin1');
}
