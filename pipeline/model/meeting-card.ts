import type { LocalDate } from './date.js';
import type { Person } from './person.js';

/** Bodies that meet and adopt: the executive committee and the council. */
export const MEETING_BODIES = ['committee', 'council'] as const;
export type MeetingBody = (typeof MEETING_BODIES)[number];

/** A meeting as an agenda calls it and its minutes tell of it; told apart by body and date (R 4.1–4.3, 4.11). */
export interface MeetingCard {
  readonly body?: MeetingBody | undefined;
  readonly date?: LocalDate | undefined;
  /** `09.00`, as printed. */
  readonly time?: string | undefined;
  readonly place?: string | undefined;
  /** Not on the second Tuesday, for need (R 4.2). */
  readonly extraordinary: boolean;
  /** Ground in law of a sitting that is closed in whole, and who of those present voted for it (R 4.11). */
  readonly closed?: { readonly ground?: string | undefined; readonly for?: number | undefined } | undefined;
  /** Who leads it. */
  readonly chair?: Person | undefined;
  readonly secretary?: Person | undefined;
  /** Membership in whole, and how many came (R 4.3). */
  readonly total?: number | undefined;
  readonly present?: number | undefined;
  /** Members who came, and who did not, with the reason as their note. */
  readonly attended: readonly Person[];
  readonly absent: readonly Person[];
}

/** What a meeting made of a question. A text changed at the meeting comes afterwards, as the adopted act (R 6.3). */
export const MEETING_OUTCOMES = ['adopted', 'adopted-changed', 'rejected', 'postponed', 'heard'] as const;
export type MeetingOutcome = (typeof MEETING_OUTCOMES)[number];

/** A question of an agenda, or of the minutes; one about a project names it by its id. */
export interface MeetingItem {
  readonly n?: string | undefined;
  /** Id of the project; several are alternatives, side by side. */
  readonly projects: readonly string[];
  /** Of a question that has no project. */
  readonly title?: string | undefined;
  readonly speaker?: Person | undefined;
  /** Taken up beyond the terms of R 5.14 and 5.17. */
  readonly urgent: boolean;
  /** A sitting closed for this question only (R 4.11). */
  readonly closed?: { readonly ground?: string | undefined; readonly for?: number | undefined } | undefined;
  /** Minutes in full: what was reported and who spoke, a paragraph each. */
  readonly heard: readonly string[];
  readonly spoke: readonly string[];
  /** The legal department's opinion was read out (R 10.8). */
  readonly announced: boolean;
  /** Votes: for, against, abstained, not voting (R 6.1). */
  readonly vote?:
    | {
        readonly for?: number | undefined;
        readonly against?: number | undefined;
        readonly abstained?: number | undefined;
        readonly notVoting?: number | undefined;
      }
    | undefined;
  readonly outcome?: MeetingOutcome | undefined;
  /** Of alternatives, the one that is decided on. */
  readonly chosen?: string | undefined;
  /** What was changed, in words. */
  readonly changed: readonly string[];
  /** To what meeting it is postponed. */
  readonly until?: LocalDate | undefined;
  /** An errand given where there is no project (R 6.7), or why it was rejected. */
  readonly resolved: readonly string[];
}

/** What an agenda, and the minutes, say of a meeting. */
export interface MeetingPaper {
  readonly meeting?: MeetingCard | undefined;
  readonly items: readonly MeetingItem[];
  /** Minutes in short: no course of the discussion (ДСТУ 4163:2020; R 4.12). */
  readonly concise: boolean;
}
