import type { StampPainter } from '../../model/ports.js';
import { type Definition, oneLine, type TableLayout, type TextNode } from './nodes.js';
import type { Printer } from './printer.js';

/** Dark blue of an ink pad. */
const INK = '#0f307d';
/** From the edge to the middle of the frame, width of the frame, and from the frame to the text; points. */
const FRAME = { outside: 0.5, width: 1, padding: 3.5 } as const;
const AROUND = 2 * (FRAME.outside + FRAME.width + FRAME.padding);
const SIZES = [9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5, 4.5, 4] as const;
/** Keeps a row that fills its page from falling on the next, points. */
const SLACK = 0.01;

type Stamp = Parameters<StampPainter['paint']>[0];

/**
 * Draws visible signatures: a frame, the heading in bold and the lines under it, in the largest type of 9 to 4 points that fits. What does not
 * fit even so is cut at the foot. No transparency, so that the drawing may be copied into a PDF/A-1b file.
 */
export function stampPainter(printer: Printer): StampPainter {
  return {
    async paint(stamp) {
      let size: number = SIZES[0];
      for (const smaller of SIZES.slice(1)) {
        const { definition, cell } = stampDefinition(stamp, size);
        const stampOfSize = await printer.layOut(definition);
        if (fits(definition, cell)) return stampOfSize.write();
        size = smaller;
      }
      return (await printer.layOut(stampDefinition(stamp, size).definition)).write();
    },
  };
}

function fits({ content }: Definition, cell: TextNode): boolean {
  return content.wideWords.length === 0 && cell.positions?.every(({ pageNumber }) => pageNumber === 1) === true;
}

function stampDefinition(
  { heading, lines, width, height, date }: Stamp,
  size: number,
): { readonly definition: Definition; readonly cell: TextNode } {
  const texts = lines.map((line) => ({ text: oneLine(line) }));
  const ended = [{ text: oneLine(heading), bold: true }, ...texts].map((text, index) =>
    index < texts.length ? { ...text, text: `${text.text}\n` } : text,
  );
  const cell: TextNode = { text: ended, fontSize: size, color: INK, verticalAlignment: 'middle' };
  return {
    cell,
    definition: {
      properties: { title: oneLine(heading), author: '', subject: '', keywords: [], date },
      pageSize: { width, height },
      pageMargins: [FRAME.outside, FRAME.outside, FRAME.outside, 0],
      content: {
        stack: [{ table: { headerRows: 0, widths: [width - AROUND], heights: [height - AROUND - SLACK], body: [[cell]] }, layout: FRAMED }],
        wideWords: [],
      },
      maxPagesNumber: 1,
    },
  };
}

const FRAMED: TableLayout = {
  hLineWidth: () => FRAME.width,
  vLineWidth: () => FRAME.width,
  hLineColor: () => INK,
  vLineColor: () => INK,
  paddingLeft: () => FRAME.padding,
  paddingRight: () => FRAME.padding,
  paddingTop: () => FRAME.padding,
  paddingBottom: () => FRAME.padding,
};
