import type { LocalDate } from './date.js';

/** A place in a register: assigned once, never changed. */
export interface Registration {
  readonly series: string;
  readonly year: number;
  readonly ordinal: number;
  /** As printed, e.g. `27`, `12/1`, `5-к`. */
  readonly number: string;
  readonly date: LocalDate;
  /** ISO 8601 instant. */
  readonly registeredAt: string;
}
