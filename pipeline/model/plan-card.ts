import type { ActReference } from './act-reference.js';
import type { LocalDate } from './date.js';
import type { Person } from './person.js';

/** A question that the body is to consider in a month of the year (R 3.2.1). */
export interface PlannedQuestion {
  readonly text?: string | undefined;
  readonly month?: number | undefined;
  readonly executor?: string | undefined;
}

/** A decision whose execution the body is to look at (R 3.2.2). */
export interface ControlledDecision {
  readonly act?: ActReference | undefined;
  readonly title?: string | undefined;
  readonly month?: number | undefined;
  readonly executor?: string | undefined;
}

/** An event of a month (R 3.9). */
export interface PlannedEvent {
  readonly text?: string | undefined;
  readonly date?: LocalDate | undefined;
  /** Of the day: `10:00`. */
  readonly time?: string | undefined;
  readonly place?: string | undefined;
  readonly executor?: string | undefined;
}

/** What gathered: a working conference, a seminar (R 21), a commission (R 22). */
export const GATHERINGS = ['conference', 'seminar', 'commission'] as const;
export type GatheringForm = (typeof GATHERINGS)[number];

/** A gathering that is not a meeting of the body itself. */
export interface Gathering {
  readonly form?: GatheringForm | undefined;
  readonly date?: LocalDate | undefined;
  /** Who wrote the minutes (R 22.4). */
  readonly secretary?: Person | undefined;
}

/** A delegation from abroad (R 23). */
export interface Delegation {
  /** Country and body, in the genitive: `міста-партнера …, Республіка Польща`. */
  readonly from?: string | undefined;
  readonly head?: Person | undefined;
  /** When it was met. */
  readonly date?: LocalDate | undefined;
}

/** What plans of work (R 3), minutes of other gatherings (R 21, 22) and reports on delegations (R 23) say beside what every paper says. */
export interface PlanCard {
  readonly questions: readonly PlannedQuestion[];
  readonly controlled: readonly ControlledDecision[];
  /** Days on which the body is to meet (R 3.2.3). */
  readonly meetingDates: readonly LocalDate[];
  /** The month that a plan is of. */
  readonly month?: number | undefined;
  readonly events: readonly PlannedEvent[];
  readonly gathering?: Gathering | undefined;
  readonly delegation?: Delegation | undefined;
}
