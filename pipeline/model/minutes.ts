import type { LocalDate } from './date.js';
import type { Adoption } from './draft.js';
import type { MeetingCard, MeetingItem, MeetingOutcome } from './meeting-card.js';
import type { ProjectStanding, TakenProjectStep } from './project-steps.js';

const VOTED: ReadonlySet<MeetingOutcome> = new Set(['adopted', 'adopted-changed', 'rejected']);

/** Whether the members voted on it, as its outcome has it. */
export function isVoted({ outcome }: Pick<MeetingItem, 'outcome'>): boolean {
  return outcome !== undefined && VOTED.has(outcome);
}

/** Whether a decision is there, changed or not. */
export function isAdopted({ outcome }: Pick<MeetingItem, 'outcome'>): boolean {
  return outcome === 'adopted' || outcome === 'adopted-changed';
}

/** The project that was adopted: of alternatives the one that was chosen. Undefined where none was, or it is not said which. */
export function adoptedProject({ projects, chosen, ...item }: MeetingItem): string | undefined {
  if (!isAdopted(item)) return undefined;
  return projects.length === 1 ? projects[0] : projects.find((project) => project === chosen);
}

/** The vote of a question as an act that it adopts tells of it (R 6.1). */
export function adoptionBy({ date, total, present }: MeetingCard, { vote = {} }: Pick<MeetingItem, 'vote'>): Adoption {
  return { date, total, present, ...vote };
}

/** Votes of an adoption that are said and those that are not are alike where there were none. */
export function isSameAdoption(one: Adoption, other: Adoption): boolean {
  return one.date === other.date && COUNTS.every((count) => (one[count] ?? 0) === (other[count] ?? 0));
}

const COUNTS = ['total', 'present', 'for', 'against', 'abstained', 'notVoting'] as const;

/** The version of a project that was before a meeting: the last that came by its day. */
export function lastVersion({ versions }: Pick<ProjectStanding, 'versions'>, meeting: LocalDate): TakenProjectStep | undefined {
  return versions.findLast(({ date }) => date <= meeting);
}

/** The version that an act of a day made a decision of: the one that was before the meeting, else the last there is. */
export function versionAdopted(standing: Pick<ProjectStanding, 'versions'>, date: LocalDate): TakenProjectStep | undefined {
  return lastVersion(standing, date) ?? standing.versions.at(-1);
}
