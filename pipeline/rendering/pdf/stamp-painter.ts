import type { StampPainter } from '../../model/ports.js';
import type { Faces } from './fonts.js';
import { breakLines, type Line } from './lines.js';
import { paintText } from './paint.js';
import type { DocumentProperties, PdfPages } from './pdf-document.js';
import { textItem } from './slices.js';

/** Dark blue of an ink pad, sRGB. */
const INK = '0.06 0.19 0.49';
const FRAME = { inset: 1, width: 1 } as const;
const PADDING = 5;
const LARGEST = 9;
const SMALLEST = 4;

interface SetLine {
  readonly line: Line;
  readonly face: 'bold' | 'regular';
}

/**
 * Draws visible signatures: a frame, the heading in bold and the lines under it, in the largest type of 9 to 4 points that fits. What does
 * not fit even so is cut at the foot. No transparency, so that the drawing may be copied into a PDF/A-1b file.
 */
export function stampPainter(faces: Faces, open: (properties: DocumentProperties) => PdfPages): StampPainter {
  return {
    paint({ heading, lines, width, height, date }) {
      const room = { width: width - 2 * PADDING, height: height - 2 * PADDING };
      let size = LARGEST;
      let set = setLines(faces, heading, lines, size, room.width);
      while (size > SMALLEST && !fits(faces, set, size, room.height)) {
        size -= 0.25;
        set = setLines(faces, heading, lines, size, room.width);
      }
      const lineHeight = faces.regular.lineHeight * size;
      const shown = set.slice(0, Math.max(1, Math.floor(room.height / lineHeight)));
      const pdf = open({ title: heading, author: '', subject: '', keywords: [], date });
      pdf.addPage(width, height);
      const frame = [FRAME.inset, FRAME.inset, width - 2 * FRAME.inset, height - 2 * FRAME.inset].join(' ');
      pdf.write(`${INK} RG ${INK} rg ${FRAME.width} w ${frame} re S`);
      const top = height - PADDING - (room.height - shown.length * lineHeight) / 2;
      for (const [index, { line, face }] of shown.entries()) {
        const baseline = index * lineHeight + faces.regular.ascent * size;
        paintText(faces, pdf, textItem(line, { face, size, align: 'left', x: PADDING, width: room.width }, 0, baseline), 0, top);
      }
      return pdf.end();
    },
  };
}

function setLines(faces: Faces, heading: string, lines: readonly string[], size: number, width: number): SetLine[] {
  const set = (text: string, face: SetLine['face']): SetLine[] =>
    breakLines(text, { face: faces[face], size, width }).map((line) => ({ line, face }));
  return [...set(heading, 'bold'), ...lines.flatMap((line) => set(line, 'regular'))];
}

function fits(faces: Faces, set: readonly SetLine[], size: number, height: number): boolean {
  return set.length * faces.regular.lineHeight * size <= height && set.every(({ line }) => line.overflow === null);
}
