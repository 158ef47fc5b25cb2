import { orthodoxEaster } from 'date-easter';
import type { LocalDate } from '../model/date.js';

/** Easter of the Orthodox Church, by the Gregorian calendar. */
export function easterOf(year: number): LocalDate {
  const { month, day } = orthodoxEaster(year);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;
}
