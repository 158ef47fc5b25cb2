import type { LocalDate } from '../../model/date.js';

/** Whether more than so many years lie between an older day and a later one; not, where one of them is unknown. */
export function isOlderThan(years: number, older: LocalDate | undefined, later: LocalDate | undefined): boolean {
  if (older === undefined || later === undefined) return false;
  // The 29th of February of a year that has none is compared as it is written: it stands between the days beside it.
  const limit = `${String(Number(older.slice(0, 4)) + years).padStart(4, '0')}${older.slice(4)}`;
  return limit < later;
}
