import type { Act } from '../model/act.js';
import { meetingNoted, type NotedMeeting, type ProjectStep, projectStepsOf } from '../model/project-steps.js';
import type { Registration } from '../model/registration.js';

/** What is noted of projects and meetings beside an act's number. */
export interface ProjectNotes {
  /** What it does to projects of decisions (R 5), a version's own submission, too. */
  readonly projects?: readonly ProjectStep[] | undefined;
  /** Of an agenda or minutes: of which meeting (R 4). */
  readonly meeting?: NotedMeeting | undefined;
}

/** Only what there is. */
export function projectNotesOf({ draft: { content }, traits, adopts }: Act, registration: Registration): ProjectNotes {
  const projects = projectStepsOf(content, traits, registration, adopts);
  const meeting = meetingNoted(content, traits);
  return { ...(projects.length === 0 ? {} : { projects }), ...(meeting === undefined ? {} : { meeting }) };
}

/** The author's own id; versions of a project share theirs, and have it in their step. */
export function ownId({ draft, traits }: Pick<Act, 'draft' | 'traits'>): string | null {
  return traits.project ? null : (draft.content.id ?? null);
}
