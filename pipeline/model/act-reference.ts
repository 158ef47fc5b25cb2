import type { LocalDate } from './date.js';

/** An act of a register as a draft names it. */
export interface ActReference {
  readonly series?: string | undefined;
  readonly date?: LocalDate | undefined;
  readonly number?: string | undefined;
}
