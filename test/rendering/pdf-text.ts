import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const HEIGHT = (297 * 72) / 25.4;
/** Page numbers stand above it. */
const TEXT_TOP = (20 * 72) / 25.4;
/** A gap wider than this, points, parts two texts that stand side by side; no justified line has such gaps. */
const PARTING_GAP = 30;

/** A line of text, or one of those that stand side by side; points from the page's upper left corner. */
export interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  /** Where each piece that the reader found in the line begins and ends. */
  readonly pieces: readonly { readonly text: string; readonly left: number; readonly right: number }[];
}

/**
 * Lines of text on each page with their places, as an independent reader (pdf.js) finds them, in its reading order; page numbers of a sheet apart.
 */
export async function printedLines(bytes: Buffer, height = HEIGHT): Promise<PrintedLine[][]> {
  const pages = await eachPage(bytes, (page) => placedLines(page, height));
  return height === HEIGHT ? pages.map((lines) => lines.filter(({ y }) => y > TEXT_TOP)) : pages;
}

/** Lines of text on each page, page numbers apart. */
export async function pdfLines(bytes: Buffer): Promise<{ readonly lines: string[]; readonly number: string | null }[]> {
  return eachPage(bytes, pageLines);
}

/** The words of each page as running text. */
export async function pageWords(bytes: Buffer): Promise<string[]> {
  return (await pdfLines(bytes)).map(({ lines }) => words(lines.join(' ')));
}

/** Names of the faces on each page, e.g. `Tinos-Bold`, in the order of their first use. */
export async function pdfFaces(bytes: Buffer): Promise<string[][]> {
  return eachPage(bytes, async (page) => {
    const { styles } = await page.getTextContent();
    await page.getOperatorList();
    return Object.keys(styles).map((id) => (page.commonObjs.get(id) as { readonly name: string }).name.replace(/^[A-Z]{6}\+/, ''));
  });
}

async function eachPage<T>(bytes: Buffer, read: (page: PDFPageProxy) => Promise<T>): Promise<T[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: T[] = [];
  for (let n = 1; n <= document.numPages; n++) pages.push(await read(await document.getPage(n)));
  await document.destroy();
  return pages;
}

async function placedLines(page: PDFPageProxy, height: number): Promise<PrintedLine[]> {
  const { items } = await page.getTextContent();
  const lines: PrintedLine[] = [];
  let gap = 0;
  for (const item of items) {
    if (!('str' in item)) continue;
    if (item.str.trim() === '') {
      gap = item.width;
      continue;
    }
    const [left, y, size] = [Number(item.transform[4]), height - Number(item.transform[5]), Number(item.transform[0])];
    const piece = { text: item.str, left, right: left + item.width };
    const open = lines.at(-1);
    if (open !== undefined && open.y === y && left >= open.right - 0.01 && gap < PARTING_GAP)
      lines[lines.length - 1] = {
        ...open,
        text: `${open.text}${gap > 0 ? ' ' : ''}${item.str}`,
        right: piece.right,
        pieces: [...open.pieces, piece],
      };
    else lines.push({ text: item.str, left, right: piece.right, y, size, pieces: [piece] });
    gap = 0;
  }
  return lines;
}

async function pageLines(page: PDFPageProxy): Promise<{ readonly lines: string[]; readonly number: string | null }> {
  const { items } = await page.getTextContent();
  const lines: string[] = [];
  let number: string | null = null;
  let line = '';
  for (const item of items) {
    if (!('str' in item)) continue;
    if (HEIGHT - Number(item.transform[5]) < TEXT_TOP && item.str.trim() !== '') number = item.str;
    else line += item.str;
    if (item.hasEOL) {
      if (line !== '') lines.push(line);
      line = '';
    }
  }
  if (line !== '') lines.push(line);
  return { lines, number };
}

/**
 * The words of a PDF as running text: lines joined, without a space after the hyphen or slash that the layout ended a line with, and without
 * the table head `repeated` where it begins a page.
 */
export async function pdfWords(bytes: Buffer, repeated: readonly string[] = []): Promise<string> {
  const head = repeated.join(' ');
  const pages = (await pdfLines(bytes)).map((page) => page.lines);
  const lines = pages.flatMap((page) => (head !== '' && words(page[0] ?? '') === head ? page.slice(1) : page));
  return words(lines.reduce((text, line) => (/\p{L}[-/]$/u.test(text) ? text + line : `${text} ${line}`), ''));
}

/** Runs of space of any kind as one space. */
export function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
