import type { MeasuredOriginal } from '../model/original.js';
import { excerpted, type Measures } from './measures.js';
import { type PdfLimits, type PdfPage, pdfPages } from './pdf-pages.js';
import { type PrintedLine, printedLines } from './printed-lines.js';

/** What is measured on the pages of a PDF (R 27.6); its signatures are looked at elsewhere. */
export async function measurePdf(bytes: Buffer, limits: PdfLimits): Promise<Measures | NonNullable<MeasuredOriginal['unreadable']>> {
  const read = await pdfPages(bytes, limits);
  if ('unreadable' in read) return read.unreadable;
  const pages = read.pages.map((page, index) => ({ page, sheet: index + 1, lines: printedLines(page.ink) }));
  const scanned = pages.filter(({ lines }) => !lines.some(({ text }) => /[\p{L}\p{N}]/u.test(text))).map(({ sheet }) => sheet);
  return {
    sheets: pages.map(({ page, sheet }) => ({ sheet, widthMm: millimetres(page.width), heightMm: millimetres(page.height) })),
    unnumbered: pages
      .filter(({ sheet, page, lines }) => sheet > 1 && !scanned.includes(sheet) && !hasNumber(lines, sheet, page.height))
      .map(({ sheet }) => sheet),
    coloured: pages.flatMap(({ page, sheet }) => [...coloursOf(page)].map(([colour, text]) => ({ sheet, colour, text: excerpted(text) }))),
    corrections: pages.flatMap(({ page, sheet }) =>
      page.notes.map(
        ({ type, text }) => ({ sheet, what: type === 'StrikeOut' ? 'strikeout' : 'annotation', text: excerpted(text) }) as const,
      ),
    ),
    scanned,
    // The number of a page would stand in the middle of a sentence.
    text: pages
      .flatMap(({ page, sheet, lines }) => lines.filter((line) => !isNumber(line, sheet, page.height)).map(({ text }) => text))
      .join('\n'),
  };
}

function hasNumber(lines: readonly PrintedLine[], sheet: number, height: number): boolean {
  return lines.some((line) => isNumber(line, sheet, height));
}

/** The number of the page, alone on a line in its upper or lower margin: `2`, `– 2 –`, `стор. 2`, `2 з 5`. */
function isNumber({ text, y }: PrintedLine, sheet: number, height: number): boolean {
  const margin = height * MARGIN;
  return (y < margin || y > height - margin) && Number(NUMBER.exec(text)?.[1]) === sheet;
}

function coloursOf({ ink }: PdfPage): Map<string, string> {
  const colours = new Map<string, string>();
  for (const { colour, text } of ink)
    if (colour !== BLACK && text.trim() !== '') colours.set(colour, `${colours.get(colour) ?? ''}${text}`);
  return colours;
}

const BLACK = '#000000';
/** Of the height of a page; on A4 a little over an inch. */
const MARGIN = 0.1;
const NUMBER = /^(?:(?:сторінка|стор\.?|аркуш|арк\.?|с\.)\s*)?[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:з|із|\/)\s*\d{1,4})?$/iu;

const millimetres = (points: number): number => Math.round((points * 25.4 * 10) / 72) / 10;
