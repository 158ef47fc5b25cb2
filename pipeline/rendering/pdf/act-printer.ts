import type { PageRun, StampPlace, TrialRendition } from '../../model/act.js';
import type { View } from '../../model/kind.js';
import type { StampPainter } from '../../model/ports.js';
import { actDefinition } from './act-definition.js';
import type { Faces } from './fonts.js';
import { pdfmakePrinter } from './printer.js';
import { stampPainter } from './stamp-painter.js';

/** How an act's pages came out. */
export interface ActPages {
  readonly runs: readonly PageRun[];
  readonly stampPlaces: readonly StampPlace[];
  readonly overflows: TrialRendition['overflows'];
}

export interface ActPrinter {
  /** An act with its annexes as PDF/A-1b (ДСТУ 4163:2020): same view, same bytes. */
  printAct(view: View): Promise<ActPages & { readonly bytes: Buffer }>;
  /** The pages that `printAct` would make, with nothing written. */
  measureAct(view: View): Promise<ActPages>;
  readonly stamps: StampPainter;
}

/** Prints through pdfmake, whose layout it is. Reads the colour profile now and nothing afterwards. */
export function actPrinter(faces: Faces): ActPrinter {
  const printer = pdfmakePrinter(faces);
  return {
    async printAct(view) {
      const { definition, layout } = actDefinition(faces, view);
      const bytes = await (await printer.layOut(definition)).write();
      return { bytes, ...pagesOf(layout) };
    },
    async measureAct(view) {
      const { definition, layout } = actDefinition(faces, view);
      await printer.measure(definition);
      return pagesOf(layout);
    },
    stamps: stampPainter(printer),
  };
}

function pagesOf(layout: ReturnType<typeof actDefinition>['layout']): ActPages {
  return { runs: layout.runs(), stampPlaces: layout.stampPlaces(), overflows: layout.overflows() };
}
