import type { CaseMention } from './archive-card.js';
import type { CaseFile, CaseVolume } from './case-files.js';
import type { CaseStanding } from './case-steps.js';
import type { StorageCategory } from './retention.js';

/** A volume that an inventory might list, with where it stands. */
export interface InventoryCandidate {
  readonly file: CaseFile;
  readonly volume: CaseVolume;
  readonly standing: CaseStanding;
}

/** Why a volume is not ready for an inventory; null if it is (R 28.8). */
export function notReady({
  standing: { closed, appraised, listed, destroyed },
}: InventoryCandidate): 'destroyed' | 'listed' | 'open' | 'not-appraised' | 'to-be-destroyed' | null {
  if (destroyed !== null) return 'destroyed';
  if (listed !== null) return 'listed';
  if (closed === null) return 'open';
  if (appraised === null) return 'not-appraised';
  return appraised.decision === 'destroy' ? 'to-be-destroyed' : null;
}

/** The rows of an inventory of the volumes that are ready, in the order of the nomenclature, numbered on from `last` (R 28.8). */
export function inventoryRows(candidates: readonly InventoryCandidate[], category: StorageCategory, last: number): CaseMention[] {
  return candidates
    .filter((candidate) => candidate.file.planned.category === category && notReady(candidate) === null)
    .map(({ file: { year, planned, volumes }, volume }, position) => ({
      ...{
        n: last + position + 1,
        year,
        index: planned.index,
        ...(volumes.length > 1 ? { volume: volume.n } : {}),
        begun: volume.begun,
        ended: volume.ended,
      },
      ...{ sheets: volume.sheets, heading: planned.heading, term: planned.term, note: planned.note, missing: false, faults: [] },
    }));
}
