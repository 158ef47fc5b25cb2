import type { LocalDate } from './date.js';
import type { DraftContent } from './draft.js';
import { type ActName, nameOf } from './effect.js';
import type { EntryState } from './entry-state.js';
import type { Traits } from './kind.js';
import type { MeetingBody, MeetingItem, MeetingOutcome } from './meeting-card.js';
import type { ProjectVersion } from './project-book.js';
import type { Registration } from './registration.js';

/** What a document does to a project: noted in the transaction that gives the document its number, and in its record. */
export const PROJECT_STEPS = ['submits', 'tables', 'adopts', 'adopts-changed', 'rejects', 'postpones', 'hears', 'registers'] as const;
export type ProjectStepKind = (typeof PROJECT_STEPS)[number];

export interface ProjectStep {
  readonly how: ProjectStepKind;
  /** Id of the project. */
  readonly project: string;
  /** Day of the submission, of the meeting, or of the act. */
  readonly date: LocalDate;
  /** Of a submission: which version of the project it is, from 1. */
  readonly version?: number | undefined;
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

/** The step of a version. */
export function submission({ id, version }: ProjectVersion, date: LocalDate): ProjectStep {
  return { how: 'submits', project: id, date, version };
}

/** A meeting as the register notes it with its agenda, or with its minutes. */
export interface NotedMeeting {
  readonly meets: NonNullable<Traits['meets']>;
  readonly body: MeetingBody;
  readonly date: LocalDate;
}

/** The meeting that an agenda calls or minutes tell of; undefined for all others, and where it is named only in part, which a rule refuses. */
export function meetingNoted({ meeting }: Pick<DraftContent, 'meeting'>, { meets }: Pick<Traits, 'meets'>): NotedMeeting | undefined {
  if (meets === undefined || meeting?.body === undefined || meeting.date === undefined) return undefined;
  return { meets, body: meeting.body, date: meeting.date };
}

/**
 * What a document does to projects: a version submits one; an agenda and minutes do to each project they name, in their order; an act does to `adopts`,
 * the project whose text it is.
 */
export function projectStepsOf(
  content: DraftContent,
  traits: Pick<Traits, 'meets'>,
  { date, project }: Pick<Registration, 'date' | 'project'>,
  adopts: string | undefined,
): readonly ProjectStep[] {
  if (project !== undefined) return [submission(project, date)];
  if (adopts !== undefined) return [{ how: 'registers', project: adopts, date }];
  const noted = meetingNoted(content, traits);
  return noted === undefined ? [] : content.items.flatMap((item, index) => stepsOfItem({ ...item, n: item.n ?? String(index + 1) }, noted));
}

function stepsOfItem({ n, projects, urgent, outcome, chosen, until }: MeetingItem, { meets, body, date }: NotedMeeting): ProjectStep[] {
  const of = { date, body, item: n };
  if (meets === 'tables') return projects.map((project) => ({ how: 'tables', project, ...of, isUrgent: urgent ? true : undefined }));
  if (outcome === undefined) return [];
  const how = STEP_OF[outcome];
  const taken = outcome === 'adopted' || outcome === 'adopted-changed' ? (chosen ?? projects[0]) : undefined;
  return projects.map((project) => ({
    ...{ how: taken === undefined || project === taken ? how : 'rejects', project, ...of },
    ...(how === 'postpones' ? { until } : {}),
  }));
}

const STEP_OF: Readonly<Record<MeetingOutcome, ProjectStepKind>> = {
  adopted: 'adopts',
  'adopted-changed': 'adopts-changed',
  rejected: 'rejects',
  postponed: 'postpones',
  heard: 'hears',
};

/**
 * States of versions that a meeting has decided on, by `nameOf` their entry: a decision is about the last version that came by its day. `steps` are all of one or of more
 * projects, in order of registration.
 */
export function versionStates(steps: readonly TakenProjectStep[]): ReadonlyMap<string, EntryState> {
  const versions = new Map<string, TakenProjectStep[]>();
  const states = new Map<string, EntryState>();
  for (const step of steps) {
    const known = versions.get(step.project) ?? [];
    if (step.how === 'submits') versions.set(step.project, [...known, step]);
    const version = known.findLast(({ date }) => date <= step.date) ?? known.at(-1);
    const state = STATE_AFTER[step.how];
    if (version !== undefined && state !== undefined) states.set(nameOf(version.by), state);
  }
  return states;
}

const STATE_AFTER: Readonly<Partial<Record<ProjectStepKind, EntryState>>> = {
  adopts: 'adopted',
  'adopts-changed': 'adopted',
  registers: 'adopted',
  rejects: 'rejected',
  postpones: 'postponed',
  hears: 'filed',
};
