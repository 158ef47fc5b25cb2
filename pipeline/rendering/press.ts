import type { TrialRendition } from '../model/act.js';
import type { View } from '../model/kind.js';
import type { StampPainter } from '../model/ports.js';
import { docxRenderer, type Template } from './docx/docx-renderer.js';
import { missingGlyphs } from './missing-glyphs.js';
import { type ActPages, actPrinter } from './pdf/act-printer.js';
import { loadTinos } from './pdf/fonts.js';

/** Finished pages, and all that a trial is to show. */
export type PrintedPages = Omit<ActPages, 'overflows'> & TrialRendition & { readonly bytes: Buffer };

/** The part of rendering that costs time and depends on nothing but its input, so that it may be done in another thread. */
export interface Press extends StampPainter {
  /** Lays a view out without writing anything. */
  measure(view: View): Promise<TrialRendition>;
  /** The view as PDF/A-1b. */
  pages(view: View): Promise<PrintedPages>;
  /** The view as PDF/A-1b under each of several marks, a line that stands above all else. */
  copies(view: View, marks: readonly string[]): Promise<readonly PrintedPages[]>;
  /** The view in a Word template. Fault `template-broken`. */
  word(template: Template, view: View): Promise<Buffer>;
}

/** A press in this thread. Reads the fonts and the colour profile now, and nothing afterwards. Fault `font-missing`. */
export function press(): Press {
  const faces = loadTinos();
  const printer = actPrinter(faces);
  return {
    async measure(view) {
      const { runs, overflows } = await printer.measureAct(view);
      return { runs, overflows, missingGlyphs: missingGlyphs(faces, view) };
    },
    pages: async (view) => ({ ...(await printer.printAct(view)), missingGlyphs: missingGlyphs(faces, view) }),
    async copies(view, marks) {
      const printed = await printer.printCopies(view, marks);
      return printed.map((copy, index) => ({
        ...copy,
        missingGlyphs: missingGlyphs(faces, { ...view, marks: [marks[index] ?? '', ...(view.marks ?? [])] }),
      }));
    },
    word: docxRenderer(),
    paint: (stamp) => printer.stamps.paint(stamp),
  };
}
