import type { BlankNumber } from './blanks.js';
import type { LocalDate } from './date.js';
import type { KnownStep } from './examination-step.js';
import type { ProjectVersion } from './project-book.js';

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
  /** The blank of strict account that it stands on, if its form is under one (R 24.6). */
  readonly blank?: BlankNumber | undefined;
  /** What it did in the examination of a contract that waited. */
  readonly step?: KnownStep | undefined;
  /** Of an entry in a book of projects. */
  readonly project?: ProjectVersion | undefined;
}
