import type { LocalDate } from './date.js';
import type { EntryState } from './entry-state.js';

/** A row of a register as `register --json` prints it. */
export interface RegisterRow {
  readonly series: string;
  readonly year: number;
  readonly number: string;
  readonly ordinal: number;
  readonly date: LocalDate;
  readonly title: string;
  readonly kind: string;
  readonly state: EntryState;
  /** `archive/2021/decision/27` */
  readonly path: string;
  /** `id` of the office's folder in which `path` is, where several share the register. */
  readonly office: string;
}
