import { localDateAt } from '../model/date.js';
import { type InventoryCandidate, inventoryRows, notReady } from '../model/inventory-rows.js';
import type { StorageCategory } from '../model/retention.js';
import { archiveView } from './archive-view.js';
import { casesIn } from './cases.js';
import { systemClock } from './clock.js';
import { filedDrafts } from './filed-drafts.js';
import { dropAtFrontDoor } from './front-door.js';
import { openOffice } from './opened-office.js';
import { GENERAL, unitSigner } from './unit-signer.js';

/** Of which cases an inventory is asked for. */
export interface InventoryAsked {
  readonly year: number;
  readonly category: StorageCategory;
  readonly unit?: string | undefined;
}

/** What became of it. */
export interface Inventorying {
  /** The file in the inbox; null if there is nothing to list. */
  readonly path: string | null;
  readonly listed: number;
  readonly from: number;
  readonly leftOut: readonly { readonly index: string; readonly volume: number; readonly why: NonNullable<ReturnType<typeof notReady>> }[];
}

/**
 * Composes the inventory of the finished cases of a year that no inventory lists yet and drops it at the front door; undefined if no nomenclature plans the
 * year. The same day and the same state give the same bytes, so nothing is listed twice.
 */
export async function dropInventory(directory: string, { year, category, unit }: InventoryAsked): Promise<Inventorying | undefined> {
  const opened = await openOffice(directory);
  try {
    const { office, store } = opened;
    const found = await casesIn(opened, year, unit);
    if (found === undefined) return undefined;
    const candidates = found.cases.flatMap(({ file, volumes }) => volumes.map((one): InventoryCandidate => ({ file, ...one })));
    const last = await archiveView(office, store, filedDrafts(office)).lastListed(category, unit ?? null);
    const caseFiles = inventoryRows(candidates, category, last);
    const leftOut = candidates.flatMap((candidate) => {
      const why = candidate.file.planned.category === category ? notReady(candidate) : null;
      return why === null ? [] : [{ index: candidate.file.planned.index, volume: candidate.volume.n, why }];
    });
    if (caseFiles.length === 0) return { path: null, listed: 0, from: last + 1, leftOut };
    const today = localDateAt(systemClock.now(), office.timezone);
    const { issuer, signatory } = unitSigner(office, today, unit);
    const draft = {
      kind: 'inventory',
      ...(issuer === GENERAL ? {} : { issuer }),
      ...{ year, ...(unit === undefined ? {} : { unit }), category },
      caseFiles: caseFiles.map(({ missing, faults, ...row }) => row),
      signing: { date: today },
      ...(signatory === undefined ? {} : { signatory }),
    };
    const name = ['opys', year, category, ...(unit === undefined ? [] : [unit]), last + 1].join('-');
    return { path: await dropAtFrontDoor(office, `${name}.json`, draft), listed: caseFiles.length, from: last + 1, leftOut };
  } finally {
    await opened.close();
  }
}
