import type { KnownPart } from '../../../pipeline/model/ports.js';
import { readOffice } from '../../../pipeline/wiring/office-here.js';
import { openOfficeStore } from '../../../pipeline/wiring/opened-office.js';
import { contractEntries } from '../contract-entries.js';

export interface FillContracts {
  readonly office: string;
  readonly contracts: number;
}

/** Fills an empty index with contracts and what was registered about them, as `rebuild` does. */
export async function job({ office: root, contracts }: FillContracts): Promise<null> {
  const store = await openOfficeStore(await readOffice(root));
  async function* parts(): AsyncGenerator<KnownPart> {
    for (const entry of contractEntries(contracts)) yield { entry, lines: [], placed: true, office: 'main' };
  }
  try {
    await store.refill(parts());
  } finally {
    await store.close();
  }
  return null;
}
