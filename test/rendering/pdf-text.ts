import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Top margin's lower edge: page numbers stand above it. */
const TEXT_TOP = 842 - 57;

/** Lines of text on each page, page numbers apart, as an independent reader (pdf.js) finds them. */
export async function pdfLines(bytes: Buffer): Promise<{ readonly lines: string[]; readonly number: string | null }[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages = [];
  for (let n = 1; n <= document.numPages; n++) pages.push(await pageLines(await document.getPage(n)));
  await document.destroy();
  return pages;
}

async function pageLines(page: PDFPageProxy): Promise<{ readonly lines: string[]; readonly number: string | null }> {
  const { items } = await page.getTextContent();
  const lines: string[] = [];
  let number: string | null = null;
  let line = '';
  for (const item of items) {
    if (!('str' in item)) continue;
    if (Number(item.transform[5]) > TEXT_TOP && item.str.trim() !== '') number = item.str;
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
