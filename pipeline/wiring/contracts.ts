import type { LinkedRow } from '../model/act-on-record.js';
import { type ContractState, contractState } from '../model/contract-register.js';
import { type LocalDate, localDateAt } from '../model/date.js';
import { nameOf } from '../model/effect.js';
import { systemClock } from './clock.js';
import type { OpenedOffice } from './opened-office.js';

/** A row of a register as it stands today; of a contract `ends` is the last day of its current term, null where it has none. */
export type DatedRow = Omit<LinkedRow, 'state'> & { readonly state: ContractState; readonly ends?: LocalDate | null };

/** Rows with the states that their contracts have today. */
export async function datedRows(
  { office, store }: Pick<OpenedOffice, 'office' | 'store'>,
  rows: readonly LinkedRow[],
): Promise<DatedRow[]> {
  const ends = await store.contracts.ends();
  const today = localDateAt(systemClock.now(), office.timezone);
  return rows.map((row) => {
    const end = ends.get(nameOf(row));
    return end === undefined ? row : { ...row, state: contractState(row.state, end, today), ends: end };
  });
}
