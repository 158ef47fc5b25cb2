import type { PageRun, StampPlace, TrialRendition } from '../../model/act.js';
import type { View } from '../../model/kind.js';
import type { StampPainter } from '../../model/ports.js';
import { actDefinition } from './act-definition.js';
import type { Faces } from './fonts.js';
import { oneLine } from './nodes.js';
import { otherSigns } from './other-signs.js';
import { flowInParts, isParted } from './parted-flow.js';
import { pdfmakePrinter } from './printer.js';
import { stampPainter } from './stamp-painter.js';

/** How an act's pages came out. */
export interface ActPages {
  readonly runs: readonly PageRun[];
  readonly stampPlaces: readonly StampPlace[];
  readonly overflows: TrialRendition['overflows'];
}

/** The pages and their file. */
export interface PrintedAct extends ActPages {
  readonly bytes: Buffer;
}

export interface ActPrinter {
  /** An act with its annexes as PDF/A-1b (ДСТУ 4163:2020): same view, same bytes. */
  printAct(view: View): Promise<PrintedAct>;
  /** The pages that `printAct` would make, with nothing written. */
  measureAct(view: View): Promise<ActPages>;
  /** An act under each of several marks, a line that stands above all else; it is laid out once for all marks that differ in signs of the same width. */
  printCopies(view: View, marks: readonly string[]): Promise<readonly PrintedAct[]>;
  readonly stamps: StampPainter;
}

/** Prints through pdfmake, whose layout it is; what has very many rows, a part after another. Reads the colour profile now and nothing afterwards. */
export function actPrinter(faces: Faces): ActPrinter {
  const printer = pdfmakePrinter(faces);
  /** The view, whose first mark is the first of these, and under the others as far as they fit where that stands: null where one does not. */
  const inParts = async (view: View, marks: readonly string[]): Promise<readonly (PrintedAct | null)[]> => {
    const { definition, layout } = actDefinition(faces, view);
    const document = await printer.inParts(definition, { isFirstPagePlain: marks.length > 0 });
    const chunks: Buffer[] = [];
    flowInParts(document, definition, (part, pages) => {
      part.print(pages);
      chunks.push(...document.written());
    });
    const signs = marks.map((mark) => document.boldSigns(oneLine(mark)));
    for await (const chunk of document.end()) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const pages = pagesOf(layout);
    const [first] = signs;
    if (first === undefined) return [{ bytes, ...pages }];
    return signs.map((others) => {
      const file = otherSigns(bytes, document.firstPageAt(), first, others);
      return file && { bytes: file, ...pages };
    });
  };
  return {
    async printAct(view) {
      const { definition, layout } = actDefinition(faces, view);
      const [printed] = isParted(definition.content) ? await inParts(view, []) : [];
      if (printed) return printed;
      return { bytes: await (await printer.layOut(definition)).write(), ...pagesOf(layout) };
    },
    async measureAct(view) {
      const { definition, layout } = actDefinition(faces, view);
      if (isParted(definition.content)) flowInParts(await printer.inParts(definition), definition, () => {});
      else await printer.measure(definition);
      return pagesOf(layout);
    },
    async printCopies(view, marks) {
      const copies: (PrintedAct | undefined)[] = marks.map(() => undefined);
      for (const [index, mark] of marks.entries()) {
        if (copies[index] !== undefined) continue;
        const alike = await inParts({ ...view, marks: [mark, ...(view.marks ?? [])] }, marks.slice(index));
        for (const [offset, copy] of alike.entries()) copies[index + offset] ??= copy ?? undefined;
      }
      return copies.filter((copy) => copy !== undefined);
    },
    stamps: stampPainter(printer),
  };
}

function pagesOf(layout: ReturnType<typeof actDefinition>['layout']): ActPages {
  return { runs: layout.runs(), stampPlaces: layout.stampPlaces(), overflows: layout.overflows() };
}
