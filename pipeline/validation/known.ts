import type { TrialRendition } from '../model/act.js';
import type { ArchiveView } from '../model/archive-view.js';
import type { LocalDate } from '../model/date.js';
import type { Kind, View } from '../model/kind.js';
import type { Norms } from '../model/norms.js';
import type { Office } from '../model/office.js';
import type { MeasureOriginal } from '../model/original.js';
import type { Clock, RegisterBook } from '../model/ports.js';
import type { ProjectView } from '../model/project-view.js';
import type { DraftOf, RegisterView, Rule } from '../model/rule.js';
import type { WorkingCalendar } from '../model/working-calendar.js';

/** What every draft is judged by. */
export interface Judges {
  readonly kinds: readonly Kind[];
  readonly rules: readonly Rule[];
  /** The norms on the day of an act (today's without one), with what an office has changed. */
  norms(date: LocalDate | undefined, overrides?: Partial<Norms>): Norms;
  /** The working calendar of an office. */
  calendar(office: Office): WorkingCalendar;
  readonly clock: Clock;
}

/** The register as validation asks it. */
export type RegisterAsked = RegisterView & Pick<RegisterBook, 'nextPlace'>;

/** What is known of the world; rules that need more are left out. */
export interface Known {
  readonly office?: Office | undefined;
  readonly register?: RegisterAsked | undefined;
  /** Reads filed drafts; with a register whoever gives it gives this, too. */
  readonly draftOf?: DraftOf | undefined;
  /** What is known of cases; with a register whoever gives it gives this, too. */
  readonly archive?: ArchiveView | undefined;
  /** What is known of projects and meetings; with a register whoever gives it gives this, too. */
  readonly projects?: ProjectView | undefined;
  /** Measures the paper that came beside a card (R 27.6). */
  readonly measureOriginal?: MeasureOriginal | undefined;
  /** Lays a view out for `office`, which may be a stand-in where the draft is checked without its office. */
  readonly trial?: { readonly office: Office; measure(view: View): Promise<TrialRendition> } | undefined;
}
