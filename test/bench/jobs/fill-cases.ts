import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownPart } from '../../../pipeline/model/ports.js';
import { readOffice } from '../../../pipeline/wiring/office-here.js';
import { openOfficeStore } from '../../../pipeline/wiring/opened-office.js';
import { caseEntries } from '../case-entries.js';

export interface FillCases {
  readonly office: string;
  readonly cases: number;
}

/** Fills an empty index with closed and appraised cases, as `rebuild` does, and makes the folders of their documents, which `run` looks for. */
export async function job({ office: root, cases }: FillCases): Promise<null> {
  const store = await openOfficeStore(await readOffice(root));
  async function* parts(): AsyncGenerator<KnownPart> {
    for (const entry of caseEntries(cases)) {
      await mkdir(join(root, entry.path), { recursive: true });
      yield { entry, lines: [], placed: true, office: 'main' };
    }
  }
  try {
    await store.refill(parts());
  } finally {
    await store.close();
  }
  return null;
}
