import type { LocalDate } from './date.js';
import type { Digest } from './digest.js';
import type { ActName } from './effect.js';
import type { MeetingBody } from './meeting-card.js';
import type { NotedMeeting, ProjectStep, TakenProjectStep } from './project-steps.js';

/** What the register knows of projects and meetings. What void documents did is left out, but for `noted`. */
export interface ProjectBook {
  /** What was done to projects, in order of registration: to all, or to one. */
  steps(project?: string): Promise<TakenProjectStep[]>;
  /** Agendas and minutes of a meeting, in order of registration, each with what it does to projects. */
  papersOf(body: MeetingBody, date: LocalDate): Promise<MeetingPaperOnRecord[]>;
  /** What is noted of projects and meetings, by drop, void documents too. */
  noted(): Promise<ReadonlyMap<Digest, { readonly steps: readonly ProjectStep[]; readonly meeting: NotedMeeting | undefined }>>;
}

/** An agenda or minutes on record. */
export interface MeetingPaperOnRecord {
  readonly by: ActName & { readonly date: LocalDate };
  readonly meets: NotedMeeting['meets'];
  readonly steps: readonly TakenProjectStep[];
}
