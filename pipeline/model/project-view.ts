import type { LocalDate } from './date.js';
import type { Draft } from './draft.js';
import type { ActName } from './effect.js';
import type { MeetingBody } from './meeting-card.js';
import type { ProjectStanding } from './project-steps.js';

/** What rules and kinds may know of projects and meetings. */
export interface ProjectView {
  /** Where a project stands; `UNKNOWN_PROJECT` where there is none. */
  standing(project: string): Promise<ProjectStanding>;
  /** The draft of a version, or of another document of the meeting, as filed. */
  draftOf(document: ActName): Promise<Draft | undefined>;
  /** Projects that an agenda of a meeting names, in its order, each with where it stands. */
  tabledFor(body: MeetingBody, date: LocalDate): Promise<readonly { readonly project: string; readonly standing: ProjectStanding }[]>;
  /** The agenda, and the minutes, of a meeting that are on record last. */
  agendaOf(body: MeetingBody, date: LocalDate): Promise<ActName | undefined>;
  minutesOf(body: MeetingBody, date: LocalDate): Promise<ActName | undefined>;
}
