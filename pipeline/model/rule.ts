import type { EntryState, TrialRendition } from './act.js';
import type { ActOnRecord } from './act-on-record.js';
import type { ArchiveView } from './archive-view.js';
import type { BlankStock } from './blanks.js';
import type { LocalDate } from './date.js';
import type { Digest } from './digest.js';
import type { ActReference, Draft, DraftContent } from './draft.js';
import type { PendingContract } from './examination.js';
import type { Clause, Remark, RuleId, Severity } from './finding.js';
import type { Kind, QuotedAct, Traits } from './kind.js';
import type { Norms } from './norms.js';
import type { Office } from './office.js';
import type { MeasuredOriginal } from './original.js';
import type { ProjectView } from './project-view.js';
import type { RegisterRow } from './register-row.js';
import type { WorkingCalendar } from './working-calendar.js';

/** What a rule may know of the register. */
export interface RegisterView {
  /** The entry that these bytes, or this `id` in this series, already have. */
  byId(
    series: string,
    id: string,
  ): Promise<
    | { readonly path: string; readonly number: string; readonly year: number; readonly sha256: Digest; readonly state: EntryState }
    | undefined
  >;
  /** The stock of blanks of a form; undefined if it is under no strict account. */
  blankStock(form: string): Promise<BlankStock | undefined>;
  /** Those of some numbers of a form that were used or spoiled, with which. */
  spentBlanks(form: string, numbers: readonly number[]): Promise<ReadonlyMap<number, 'used' | 'spoiled'>>;
  /** Latest date registered in a series in a year, or of those with a lower ordinal. */
  lastDate(series: string, year: number, below?: number): Promise<LocalDate | undefined>;
  /** The act of this series and number in the year of this date; undefined if there is none, or the reference lacks one of them. */
  act(reference: ActReference): Promise<ActOnRecord | undefined>;
  /** The contract of these bytes that waits for a verdict. */
  pendingContract(drop: Digest): Promise<PendingContract | undefined>;
  /** The first year in which a series has a number of its own; imported acts do not count. */
  firstYear(series: string): Promise<number | undefined>;
}

/** The draft of a filed act as it lies in the archive; undefined for an older act, and while it is not filed. */
export type DraftOf = (row: RegisterRow) => Promise<Draft | undefined>;
export type ContentOf = (row: RegisterRow) => Promise<DraftContent | undefined>;

export interface DraftWorld {
  readonly kind: Kind;
  readonly traits: Traits;
  readonly norms: Norms;
}
export interface OfficeWorld extends DraftWorld {
  readonly office: Office;
  /** Today in the office's time zone. */
  readonly today: LocalDate;
  /** The working calendar of the office, by which terms are counted. */
  readonly calendar: WorkingCalendar;
}
export interface RegisterWorld extends OfficeWorld {
  readonly register: RegisterView;
  readonly contentOf: ContentOf;
  readonly archive: ArchiveView;
  readonly projects: ProjectView;
  /** What the draft quotes (R 6.5); undefined where it quotes nothing, or nothing that can be quoted. */
  readonly quoted: QuotedAct | undefined;
}
export interface TrialWorld extends DraftWorld {
  readonly trial: TrialRendition;
}

export interface OriginalWorld extends DraftWorld {
  readonly original: MeasuredOriginal;
}

interface RuleHead {
  readonly id: RuleId;
  readonly clause: Clause;
  readonly severity: Severity;
  /** By traits only: a new kind touches no rule. */
  appliesTo(traits: Traits): boolean;
}

/** One row of the clause catalogue: a small file in `clauses/`. `needs` says how much of the world it must see. */
export type Rule =
  | (RuleHead & { readonly needs: 'draft'; check(draft: Draft, world: DraftWorld): Iterable<Remark> })
  | (RuleHead & { readonly needs: 'office'; check(draft: Draft, world: OfficeWorld): Iterable<Remark> })
  | (RuleHead & { readonly needs: 'register'; check(draft: Draft, world: RegisterWorld): Promise<Iterable<Remark>> })
  | (RuleHead & { readonly needs: 'original'; check(draft: Draft, world: OriginalWorld): Iterable<Remark> })
  | (RuleHead & { readonly needs: 'trial'; check(draft: Draft, world: TrialWorld): Iterable<Remark> });
