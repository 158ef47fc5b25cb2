import type { Appraisal } from './archive-card.js';
import type { LocalDate } from './date.js';
import type { ActName } from './effect.js';
import type { StorageCategory } from './retention.js';

/** What a document does to a case: noted in the transaction that gives the document its number, and in its record. */
export const CASE_STEPS = [
  'closes',
  'appraises',
  'lists',
  'accepts',
  'misses',
  'faults',
  'destroys',
  'holds',
  'frees',
  'withdraws',
  'restores',
  'hands-over',
] as const;
export type CaseStepKind = (typeof CASE_STEPS)[number];

/** One step; `volume` null means every volume. */
export interface CaseStep {
  readonly how: CaseStepKind;
  readonly year: number;
  readonly index: string;
  readonly volume: number | null;
  readonly date: LocalDate;
  /** Its number in the inventory that lists it. */
  readonly n?: number | undefined;
  readonly category?: StorageCategory | undefined;
  readonly decision?: Appraisal | undefined;
  readonly until?: LocalDate | undefined;
  /** To which unit it goes. */
  readonly unit?: string | undefined;
  /** Faults for which it goes back. */
  readonly faults?: readonly string[] | undefined;
}

export interface TakenCaseStep extends CaseStep {
  readonly by: ActName & { readonly date: LocalDate };
}

/** Where a volume stands after everything that was done to it, in order of registration; what a void document did, it did not. */
export interface CaseStanding {
  readonly closed: TakenCaseStep | null;
  readonly appraised: TakenCaseStep | null;
  readonly listed: TakenCaseStep | null;
  readonly accepted: TakenCaseStep | null;
  /** It did not come, or came with faults, and has not come since. */
  readonly lacking: TakenCaseStep | null;
  readonly destroyed: TakenCaseStep | null;
  /** Holds that nobody has lifted. */
  readonly holds: readonly TakenCaseStep[];
  readonly withdrawn: TakenCaseStep | null;
  /** Id of the unit that has it, where it has changed hands. */
  readonly unit: string | null;
}

export const NOTHING_DONE: CaseStanding = {
  closed: null,
  appraised: null,
  listed: null,
  accepted: null,
  lacking: null,
  destroyed: null,
  holds: [],
  withdrawn: null,
  unit: null,
};

export function standingAfter(steps: readonly TakenCaseStep[]): CaseStanding {
  return steps.reduce(afterStep, NOTHING_DONE);
}

function afterStep(standing: CaseStanding, step: TakenCaseStep): CaseStanding {
  switch (step.how) {
    case 'closes':
      return { ...standing, closed: step };
    case 'appraises':
      return { ...standing, appraised: step };
    case 'lists':
      return { ...standing, listed: step };
    case 'accepts':
      return { ...standing, accepted: step, lacking: null };
    case 'misses':
    case 'faults':
      return { ...standing, lacking: step };
    case 'destroys':
      return { ...standing, destroyed: step };
    case 'holds':
      return { ...standing, holds: [...standing.holds, step] };
    case 'frees':
      return { ...standing, holds: [] };
    case 'withdraws':
      return { ...standing, withdrawn: step };
    case 'restores':
      return { ...standing, withdrawn: null };
    case 'hands-over':
      return { ...standing, unit: step.unit ?? standing.unit };
  }
}
