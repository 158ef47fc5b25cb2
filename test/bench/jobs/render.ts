import { decision } from '../../../pipeline/kinds/decision.js';
import type { View } from '../../../pipeline/model/kind.js';
import { press, rendering } from '../../../pipeline/rendering/rendering.js';
import { readOffice } from '../../../pipeline/wiring/office-here.js';
import { templatesOf } from '../../../pipeline/wiring/templates.js';
import { timesOf } from '../timing.js';

export interface Render {
  readonly office: string;
  readonly views: readonly View[];
  readonly warmUp: number;
}

export interface Rendered {
  readonly both: readonly number[];
  readonly pdfAlone: readonly number[];
  readonly docxAlone: readonly number[];
  /** Of the last view. */
  readonly pdf: Buffer;
  readonly docx: Buffer;
}

const FORM = decision.form;

/** Renders all views three times: as both files, as PDF/A alone, as DOCX alone. Every one must have two pages. */
export async function job({ office: root, views, warmUp }: Render): Promise<Rendered> {
  const office = await readOffice(root);
  const templates = templatesOf(office);
  const { render } = rendering({ templates, office });
  let last: Pick<Rendered, 'pdf' | 'docx'> | undefined;
  const both = await timesOf(views, warmUp, async (view) => {
    const { pdf, docx, runs } = await render(FORM, view);
    if (runs.length !== 1 || runs[0]?.pages !== 2) throw new Error(`${view.number} has not two pages: ${JSON.stringify(runs)}`);
    last = { pdf, docx };
  });
  const { pages, word } = press();
  const template = { name: FORM.template, bytes: await templates(FORM.template), parts: FORM.parts };
  const pdfAlone = await timesOf(views, warmUp, async (view) => pages(view));
  const docxAlone = await timesOf(views, warmUp, async (view) => word(template, view));
  if (last === undefined) throw new Error('nothing to render');
  return { both, pdfAlone, docxAlone, ...last };
}
