import type { PageRun, RegisteredAct, RenderedAct, Rendition, StampPlace, TrialRendition } from '../model/act.js';
import { sha256 } from '../model/digest.js';
import { Fault } from '../model/fault.js';
import type { View } from '../model/kind.js';
import type { Office } from '../model/office.js';
import { accepted, type Stage } from '../model/outcome.js';
import type { StampPainter } from '../model/ports.js';
import { docxRenderer, type Templates } from './docx/docx-renderer.js';
import { missingGlyphs } from './missing-glyphs.js';
import { actPrinter } from './pdf/act-printer.js';
import { loadTinos } from './pdf/fonts.js';

export type { Templates } from './docx/docx-renderer.js';
export { lintTemplate } from './docx/template-lint.js';
export { STAMP } from './pdf/sheet.js';

/** A view in both formats, saying the same words. */
export interface Renditions {
  readonly docx: Buffer;
  readonly pdf: Buffer;
  readonly runs: readonly PageRun[];
  readonly stampPlaces: readonly StampPlace[];
}

export interface Rendering {
  /** From RegisteredAct to RenderedAct. Fault `rendition-differs` if the pages are not those of the act's trial. */
  readonly stage: Stage<RegisteredAct, RenderedAct>;
  /** Same view and template, same bytes. Faults `template-missing`, `template-broken`, and `rendition-differs` for a sign without a glyph. */
  render(template: string, view: View): Promise<Renditions>;
  /** Lays a view out without writing anything: what the rules on pages, glyphs and columns ask. */
  measure(view: View): Promise<TrialRendition>;
  readonly stamps: StampPainter;
}

/**
 * Renders acts as DOCX from the office's templates and as PDF/A-1b (ДСТУ 4163:2020). Reads the fonts and the colour profile now, and
 * nothing but templates afterwards. Fault `font-missing`.
 */
export function rendering({ templates, office }: { readonly templates: Templates; readonly office: Office }): Rendering {
  const faces = loadTinos();
  const printer = actPrinter(faces);
  const docx = docxRenderer(templates);

  const measure = async (view: View): Promise<TrialRendition> => {
    const { runs, overflows } = await printer.measureAct(view);
    return { runs, overflows, missingGlyphs: missingGlyphs(faces, view) };
  };
  const render = async (template: string, view: View): Promise<Renditions> => {
    const missing = [...missingGlyphs(faces, view)];
    if (missing.length > 0) throw new Fault('rendition-differs', `The fonts have no glyph for ${missing.map(codePointName).join(', ')}`);
    const [{ bytes: pdf, runs, stampPlaces }, word] = await Promise.all([printer.printAct(view), docx(template, view)]);
    return { docx: word, pdf, runs, stampPlaces };
  };
  const stage: Stage<RegisteredAct, RenderedAct> = {
    name: 'rendering',
    async run(registered) {
      const { kind, trial } = registered.act;
      const { docx, pdf, runs, stampPlaces } = await render(
        kind.template,
        kind.view(registered.act.draft, registered.registration, office),
      );
      if (!sameRuns(runs, trial.runs)) {
        throw new Fault('rendition-differs', `The final rendition has ${pagesOf(runs)} pages, the trial had ${pagesOf(trial.runs)}`);
      }
      return accepted({ ...registered, docx: rendition(docx), pdf: { ...rendition(pdf), runs, stampPlaces } });
    },
  };
  return { stage, render, measure, stamps: printer.stamps };
}

function rendition(bytes: Buffer): Rendition {
  return { bytes, sha256: sha256(bytes) };
}

function sameRuns(one: readonly PageRun[], other: readonly PageRun[]): boolean {
  return (
    one.length === other.length && one.every(({ annex, pages }, index) => annex === other[index]?.annex && pages === other[index]?.pages)
  );
}

/** `2+5`: the act's own and each annex's. */
function pagesOf(runs: readonly PageRun[]): string {
  return runs.map(({ pages }) => pages).join('+');
}

function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
