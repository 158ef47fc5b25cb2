import type { PageRun, RegisteredAct, RenderedAct, Rendition, StampPlace, TrialRendition } from '../model/act.js';
import { sha256 } from '../model/digest.js';
import { Fault } from '../model/fault.js';
import type { Form, View } from '../model/kind.js';
import type { Office } from '../model/office.js';
import { accepted, type Stage } from '../model/outcome.js';
import type { StampPainter } from '../model/ports.js';
import { type Press, type PrintedPages, press } from './press.js';

export { lintTemplate } from './docx/template-lint.js';
export { STAMP } from './pdf/sheet.js';
export { type Press, type PrintedPages, press } from './press.js';
export { type PressThreads, pressThreads } from './press-threads.js';

/** Gives the bytes of a template by its file name, e.g. `decision.docx`; rejects if there is none. */
export type Templates = (name: string) => Promise<Buffer>;

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
  render(form: Form, view: View): Promise<Renditions>;
  /** Lays a view out without writing anything: what the rules on pages, glyphs and columns ask. */
  measure(view: View): Promise<TrialRendition>;
  readonly stamps: StampPainter;
}

export interface RenderingParts {
  readonly templates: Templates;
  readonly office: Office;
  /** Its own, if none is given. */
  readonly press?: Press | undefined;
  /** Whether what is measured is to be rendered soon: then its pages are written at once and kept, and are not laid out twice. */
  readonly ahead?: boolean | undefined;
}

/** Acts that may be between their trial and their rendition at once. */
const KEPT = 8;

/**
 * Renders acts as DOCX from the office's templates and as PDF/A-1b (ДСТУ 4163:2020). Reads nothing but templates; its press reads the fonts and
 * the colour profile when it is made. Fault `font-missing`.
 */
export function rendering({ templates, office, press: given, ahead = false }: RenderingParts): Rendering {
  const { measure, pages, word, paint } = given ?? press();
  const kept = new Map<string, PrintedPages>();

  const printAhead = async (view: View): Promise<TrialRendition> => {
    const printed = await pages(view);
    kept.set(JSON.stringify(view), printed);
    for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
    return { runs: printed.runs, overflows: printed.overflows, missingGlyphs: printed.missingGlyphs };
  };
  /** Same view, same bytes: what the trial has written is what would be written again. */
  const pagesOf = (view: View): PrintedPages | Promise<PrintedPages> => {
    const key = JSON.stringify(view);
    const printed = kept.get(key);
    kept.delete(key);
    return printed ?? pages(view);
  };
  const render = async ({ template: name, parts }: Form, view: View): Promise<Renditions> => {
    const template = { name, bytes: await read(templates, name), parts };
    const [{ bytes: pdf, runs, stampPlaces, missingGlyphs }, docx] = await Promise.all([pagesOf(view), word(template, view)]);
    const missing = [...missingGlyphs];
    if (missing.length > 0) throw new Fault('rendition-differs', `The fonts have no glyph for ${missing.map(codePointName).join(', ')}`);
    return { docx, pdf, runs, stampPlaces };
  };
  const stage: Stage<RegisteredAct, RenderedAct> = {
    name: 'rendering',
    async run(registered) {
      const { kind, trial, draft, onRecord } = registered.act;
      const view = kind.view(draft, registered.registration, office, onRecord);
      const form = registered.registration.project === undefined ? kind.form : (kind.projectForm ?? kind.form);
      const { docx, pdf, runs, stampPlaces } = await render(form, view);
      if (!sameRuns(runs, trial.runs)) {
        throw new Fault('rendition-differs', `The final rendition has ${countOf(runs)} pages, the trial had ${countOf(trial.runs)}`);
      }
      return accepted({ ...registered, docx: rendition(docx), pdf: { ...rendition(pdf), runs, stampPlaces } });
    },
  };
  return { stage, render, measure: ahead ? printAhead : measure, stamps: { paint } };
}

async function read(templates: Templates, name: string): Promise<Buffer> {
  try {
    return await templates(name);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('template-missing', `Cannot read the template ${name}: look into the folder "templates" of the office`, { cause });
  }
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
function countOf(runs: readonly PageRun[]): string {
  return runs.map(({ pages }) => pages).join('+');
}

function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
