import type { DraftContent } from '../model/draft.js';
import type { ListedInventory } from '../model/kind.js';
import type { Judges, Known } from './known.js';

/** The inventories that a document names, as they lie in the archive, in its order (R 28.9); what is not on record a rule has refused. */
export async function inventoriesNamed(
  content: DraftContent,
  known: Known,
  { kinds, norms }: Pick<Judges, 'kinds' | 'norms'>,
): Promise<readonly ListedInventory[]> {
  const named: ListedInventory[] = [];
  for (const reference of content.inventories) {
    const row = (await known.register?.act(reference))?.row;
    const kind = kinds.find(({ id }) => id === row?.kind);
    const draft = row && (await known.draftOf?.(row));
    if (row === undefined || kind === undefined || draft === undefined) continue;
    const { series, year, ordinal, number, date } = row;
    const { inventoryCopies } = norms(date, known.office?.norms);
    const copies = inventoryCopies[draft.content.category ?? 'temporary'];
    named.push({ kind, draft, copies, registration: { series, year, ordinal, number, date, registeredAt: '' } });
  }
  return named;
}
