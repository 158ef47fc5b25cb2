import type { ArchiveView } from '../../model/archive-view.js';
import { unlistedPermanent } from '../../model/destroyable.js';

/** Indexes of the cases of a year that are kept for ever and stand in no approved inventory; none if the year leaves nothing for ever. */
export async function permanentUnapproved(archive: ArchiveView, year: number): Promise<readonly string[]> {
  const formed = await archive.formed(year);
  return formed === undefined ? [] : unlistedPermanent(formed, await archive.inventoriesOf(year, 'permanent'));
}
