import type { ArchiveView } from './archive-view.js';
import type { CaseVolume } from './case-files.js';
import type { CaseStanding } from './case-steps.js';
import { addDays, type LocalDate } from './date.js';
import type { PlannedCase } from './nomenclature.js';
import type { RegisterRow } from './register-row.js';
import { destroyableFrom } from './retention.js';

/** When the term of a volume is over: on a day; never; or nobody knows, for a contract in it has no known end, or a commission has not told when the event was. */
export type StorageEnd =
  | { readonly is: 'known'; readonly from: LocalDate }
  | { readonly is: 'never' }
  | { readonly is: 'contract-goes-on'; readonly contract: RegisterRow }
  | { readonly is: 'event-untold' };

/**
 * The first day on which a volume may be destroyed by its term (order 578/5). Years that run from the end of contracts run from the last of those that the volume
 * holds, or that its documents are about; of any other event a commission tells on what day its term ended: never sooner than if
 * it had run from the last document.
 */
export async function storageEnd(
  { category, years, after }: PlannedCase,
  { items, ended }: CaseVolume,
  { told, contractEnd }: { readonly told: LocalDate | undefined; readonly contractEnd: ArchiveView['contractEnd'] },
): Promise<StorageEnd> {
  if (category === 'permanent') return { is: 'never' };
  if (after === undefined) return known(destroyableFrom({ category, years }, ended));
  const least = destroyableFrom({ category, years: after.years }, ended);
  if (after.event === 'other') return told === undefined ? { is: 'event-untold' } : known(later(least, addDays(told, 1)));
  let last = ended;
  for (const { row } of items) {
    const end = await contractEnd(row);
    if (end === null) return { is: 'contract-goes-on', contract: row };
    if (end !== undefined && end > last) last = end;
  }
  return known(destroyableFrom({ category, years: after.years }, last));
}

/** The day on which the term of a volume ended, as the commission says that decided last to destroy it. */
export function toldEnd({ appraised }: CaseStanding): LocalDate | undefined {
  return appraised?.decision === 'destroy' ? appraised.until : undefined;
}

function later(one: LocalDate | undefined, other: LocalDate): LocalDate {
  return one !== undefined && one > other ? one : other;
}

function known(from: LocalDate | undefined): StorageEnd {
  return from === undefined ? { is: 'never' } : { is: 'known', from };
}
