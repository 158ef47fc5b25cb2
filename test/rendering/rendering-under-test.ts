import { readFile } from 'node:fs/promises';
import { decision } from '../../pipeline/kinds/decision.js';
import type { RegisteredAct, TrialRendition } from '../../pipeline/model/act.js';
import type { Form, View } from '../../pipeline/model/kind.js';
import type { Office } from '../../pipeline/model/office.js';
import { type Rendering, rendering } from '../../pipeline/rendering/rendering.js';

/** Of a decision: the template that has been there longest. */
export const FORM: Form = decision.form;

/** Bytes of a template as the repository has it. */
export function ownTemplate(name: string): Promise<Buffer> {
  return readFile(new URL(`../../templates/${name}`, import.meta.url));
}

/** The rendering over the repository's own templates, fonts and all. */
export async function testRendering(templates: (name: string) => Promise<Buffer> = ownTemplate): Promise<Rendering> {
  return rendering({ templates, office: {} as Office });
}

/** A registered act whose kind gives this view. */
export function act(view: View, trial: TrialRendition): RegisteredAct {
  const kind = { form: FORM, view: () => view };
  return { act: { kind, trial, draft: {} }, registration: {} } as unknown as RegisteredAct;
}
