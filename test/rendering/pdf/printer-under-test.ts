import type { Block } from '../../../pipeline/model/draft.js';
import type { View } from '../../../pipeline/model/kind.js';
import { type ActPrinter, actPrinter } from '../../../pipeline/rendering/pdf/act-printer.js';
import { loadTinos } from '../../../pipeline/rendering/pdf/fonts.js';
import { SHEET } from '../../../pipeline/rendering/pdf/sheet.js';
import { type PrintedLine, pageWords, printedLines } from '../pdf-text.js';
import { annex, prose, view } from '../views.js';

export const faces = loadTinos();

/** The area that text may fill, points from the page's upper left corner. */
export const AREA = { left: SHEET.left, right: SHEET.width - SHEET.right, top: SHEET.top, bottom: SHEET.height - SHEET.bottom } as const;

const shared = actPrinter(faces);

/** The one printer of a test file. */
export function testPrinter(): ActPrinter {
  return shared;
}

/** A printer over faces of its own, which have drawn nothing yet. */
export function freshPrinter(): ActPrinter {
  return actPrinter(loadTinos());
}

/** Printed lines of each page of an act. */
export async function printed(act: View): Promise<PrintedLine[][]> {
  return printedLines((await shared.printAct(act)).bytes);
}

/** Words of each page of an act's only annex, which has this body and nobody who prepared it. */
export async function annexPages(body: readonly Block[]): Promise<string[]> {
  const { bytes, runs } = await shared.printAct(annexOf(body));
  return (await pageWords(bytes)).slice(runs[0]?.pages);
}

/** Printed lines of each page of an act's only annex, which has this body and nobody who prepared it. */
export async function annexLines(body: readonly Block[]): Promise<PrintedLine[][]> {
  const { bytes, runs } = await shared.printAct(annexOf(body));
  return (await printedLines(bytes)).slice(runs[0]?.pages);
}

export function annexOf(body: readonly Block[]): View {
  return view({ annexes: [annex({ body, preparedBy: null })] });
}

/** Width of a text on one line, points. */
export function widthOf(text: string, size: number): number {
  const { font } = faces.regular;
  return (font.layout(text).advanceWidth * size) / font.unitsPerEm;
}

/** `count` paragraphs of a line each: they move what follows them down the page, line by line. */
export function oneLiners(count: number): Block[] {
  return Array.from({ length: count }, () => ({ type: 'paragraph', text: 'Рядок.' }));
}

const PARAGRAPH_LENGTHS = [1, 2, 1, 3, 1, 1, 2, 4];

/** Paragraphs whose first and last lines can be told: they begin `Абзац 7` and end `кінець 7.` */
export function markedParagraphs(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `Абзац ${i} ${prose(PARAGRAPH_LENGTHS[i % 8] ?? 1, i)} Це кінець\u00a0${i}.`);
}
