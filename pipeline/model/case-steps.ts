import type { Appraisal, CaseMention } from './archive-card.js';
import type { VolumeName } from './case-files.js';
import type { LocalDate } from './date.js';
import type { DraftContent } from './draft.js';
import type { ActName } from './effect.js';
import type { Traits } from './kind.js';
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
  /** To which unit it goes; of one that is listed, whose inventory lists it, if it is of one unit. */
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
    // A hold that comes before the act is carried out keeps the volume, whichever of the two got its number first.
    case 'destroys':
      return standing.holds.length > 0 ? standing : { ...standing, destroyed: step };
    case 'holds':
      return { ...standing, destroyed: null, holds: [...standing.holds, step] };
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

/** Where one volume stands among the steps of its case. */
export function standingOf(steps: readonly TakenCaseStep[], { year, index, volume }: VolumeName): CaseStanding {
  return standingAfter(
    steps.filter((step) => step.year === year && step.index === index && (step.volume === null || step.volume === volume)),
  );
}

/** Steps in the cases of a year, by index. */
export function stepsByCase(all: readonly TakenCaseStep[]): ReadonlyMap<string, readonly TakenCaseStep[]> {
  const steps = new Map<string, TakenCaseStep[]>();
  for (const step of all) {
    const of = steps.get(step.index);
    if (of === undefined) steps.set(step.index, [step]);
    else of.push(step);
  }
  return steps;
}

/** What a document does to the cases that it names with year and index, in its order; what leaves these out a rule refuses. */
export function caseStepsOf(content: DraftContent, { archives }: Pick<Traits, 'archives'>, date: LocalDate): readonly CaseStep[] {
  return content.caseFiles.flatMap((mention) => {
    const { index, year = content.year, volume = null } = mention;
    const done = archives === undefined ? undefined : doneTo(mention, archives, content);
    return done === undefined || index === undefined || year === undefined ? [] : [{ ...done, year, index, volume, date }];
  });
}

function doneTo(
  { n, decision, until, missing, faults }: CaseMention,
  archives: NonNullable<Traits['archives']>,
  { category, unit, successor }: DraftContent,
): Omit<CaseStep, 'year' | 'index' | 'volume' | 'date'> | undefined {
  switch (archives) {
    case 'closes':
      return { how: 'closes' };
    case 'appraises':
      return { how: 'appraises', decision, until };
    case 'lists':
      return { how: 'lists', n, category, unit };
    case 'receives':
      if (missing) return { how: 'misses' };
      return faults.length > 0 ? { how: 'faults', faults } : { how: 'accepts' };
    case 'destroys':
      return { how: 'destroys' };
    case 'holds':
      return { how: 'holds' };
    case 'frees':
      return { how: 'frees' };
    case 'lends':
      return { how: 'withdraws' };
    case 'takes-back':
      return { how: 'restores' };
    case 'hands-over':
      return { how: 'hands-over', unit };
    case 'succeeds':
      return { how: 'hands-over', unit: successor ?? ARCHIVE_UNIT };
    case 'plans':
    case 'moves':
      return undefined;
  }
}

/** The archive department among the bodies of an office: to it goes what has no successor (R 28.10). */
export const ARCHIVE_UNIT = 'archive';
