import type { LocalDate } from './date.js';
import type { ActName } from './effect.js';
import type { MeetingBody } from './meeting-card.js';

/** What a document does to a project: noted in the transaction that gives the document its number, and in its record. */
export const PROJECT_STEPS = ['submits', 'tables', 'adopts', 'adopts-changed', 'rejects', 'postpones', 'hears', 'registers'] as const;
export type ProjectStepKind = (typeof PROJECT_STEPS)[number];

export interface ProjectStep {
  readonly how: ProjectStepKind;
  /** Id of the project. */
  readonly project: string;
  /** Day of the submission, of the meeting, or of the act. */
  readonly date: LocalDate;
  /** Of a meeting's step. */
  readonly body?: MeetingBody | undefined;
  /** Number of the question on the agenda or in the minutes. */
  readonly item?: string | undefined;
  readonly isUrgent?: boolean | undefined;
  /** To what meeting it is postponed. */
  readonly until?: LocalDate | undefined;
}

export interface TakenProjectStep extends ProjectStep {
  /** The document that took it: a version, an agenda, minutes, the adopted act. */
  readonly by: ActName & { readonly date: LocalDate };
}

/** Where a project stands after everything that was done to it, in order of registration; what a void document did, it did not. */
export interface ProjectStanding {
  /** Its versions, oldest first, each an entry of the book of projects. */
  readonly versions: readonly TakenProjectStep[];
  /** The agenda that names it last, and when there was none. */
  readonly tabled: TakenProjectStep | null;
  /** What the meeting made of it last. */
  readonly decided: TakenProjectStep | null;
  /** The act it became. */
  readonly registered: TakenProjectStep | null;
}

export const UNKNOWN_PROJECT: ProjectStanding = { versions: [], tabled: null, decided: null, registered: null };

/** Folds the steps of one project. */
export function projectStanding(steps: readonly TakenProjectStep[]): ProjectStanding {
  return steps.reduce(afterStep, UNKNOWN_PROJECT);
}

function afterStep(standing: ProjectStanding, step: TakenProjectStep): ProjectStanding {
  switch (step.how) {
    case 'submits':
      return { ...standing, versions: [...standing.versions, step] };
    case 'tables':
      return { ...standing, tabled: step };
    case 'registers':
      return { ...standing, registered: step };
    case 'adopts':
    case 'adopts-changed':
    case 'rejects':
    case 'postpones':
    case 'hears':
      return { ...standing, decided: step };
  }
}
