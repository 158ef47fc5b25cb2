import type { ArchiveView } from '../../model/archive-view.js';
import type { StandingVolume } from '../../model/named-cases.js';
import type { PlannedCase } from '../../model/nomenclature.js';
import { type StorageEnd, storageEnd, toldEnd } from '../../model/storage-term.js';

/** When the term of a volume is over, by what the register and the last minutes of an expert commission tell. */
export function storageEndOf(
  planned: PlannedCase,
  { volume, standing }: StandingVolume,
  { contractEnd }: ArchiveView,
): Promise<StorageEnd> {
  return storageEnd(planned, volume, { told: toldEnd(standing), contractEnd });
}
