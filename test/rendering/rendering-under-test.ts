import { readFile } from 'node:fs/promises';
import type { RegisteredAct, TrialRendition } from '../../pipeline/model/act.js';
import type { View } from '../../pipeline/model/kind.js';
import type { Office } from '../../pipeline/model/office.js';
import { type Rendering, rendering } from '../../pipeline/rendering/rendering.js';

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
  const kind = { template: 'decision.docx', view: () => view };
  return { act: { kind, trial, draft: {} }, registration: {} } as unknown as RegisteredAct;
}
