import type { RegisteredInventory } from './archive-view.js';
import type { FormedYear } from './case-files.js';

/** Indexes of the cases of a year that are kept for ever and have a volume that no approved inventory lists, in the order of the nomenclature. */
export function unlistedPermanent({ cases }: FormedYear, inventories: readonly RegisteredInventory[]): readonly string[] {
  const listed = inventories.filter(({ approvedBy }) => approvedBy.length > 0).flatMap(({ steps }) => steps);
  return cases
    .filter(
      ({ planned, volumes }) =>
        planned.category === 'permanent' &&
        volumes.some(({ n }) => !listed.some(({ index, volume }) => index === planned.index && (volume === null || volume === n))),
    )
    .map(({ planned }) => planned.index);
}
