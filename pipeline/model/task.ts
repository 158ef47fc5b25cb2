import type { LocalDate } from './date.js';
import type { ChangeKind } from './draft.js';
import type { LegalBasis } from './legal-basis.js';
import type { VisaRole } from './roles.js';

/** One task of the department's list and what it ends in. */
export interface Task {
  /** As the list numbers it: `2`, `19a` and `19b` (the list has 19 twice), `39.4`. */
  readonly id: string;
  /** The list's own words. */
  readonly text: string;
  readonly ends: TaskAct | TaskService;
  /** What is to be known of its law: what lost force, what took its place, and when. */
  readonly law?: readonly LawNote[] | undefined;
}

/** A change of law that touches a task. */
export interface LawNote {
  readonly text: string;
  /** The day from which it holds. */
  readonly from: LocalDate;
  /** Whether no such act can be adopted from that day on. */
  readonly ends: boolean;
  readonly mark: 'read' | 'known';
  readonly source: string;
}

/**
 * A task that ends in an act: what `regesta new` fills in. What only a clerk knows stands in its texts as a place, `[[що вписати]]`, and a draft
 * that still has one is refused (`T-unwritten`).
 */
export interface TaskAct {
  readonly is: 'act';
  /** Id of the kind of its draft. */
  readonly kind: string;
  readonly competence: 'council' | 'committee' | 'head';
  readonly title: string;
  readonly normative?: true | undefined;
  readonly spends?: true | undefined;
  /** Aim or ground, which begins the stating part; the citation of the bases follows it. */
  readonly aim: string;
  readonly bases: readonly [LegalBasis, ...LegalBasis[]];
  readonly points: readonly TaskPoint[];
  readonly annexes: readonly TaskAnnex[];
  /** What it does to an earlier act, where it always does. */
  readonly changes?: { readonly how: ChangeKind; readonly series: string } | undefined;
  readonly control: TaskControl;
  /** Who visas it beside those whom the matrix of visas names. */
  readonly visas: readonly VisaRole[];
  readonly terms: readonly TaskTerm[];
}

export interface TaskPoint {
  readonly text: string;
  /** Of a task of the act: who does it, as the field says it; the term is the clerk's to set. */
  readonly executor?: string | undefined;
}

/** An annex that such an act always has. */
export interface TaskAnnex {
  /** Number of the point that refers to it, from 1. */
  readonly toPoint: number;
  readonly title: string;
  /** What it must say. */
  readonly content: string;
}

/** Who controls the act: the last point and the field. */
export interface TaskControl {
  readonly post: string;
  readonly text: string;
}

/** A time or a condition that the law sets for such an act beside those of the regulation. */
export interface TaskTerm {
  readonly text: string;
  readonly mark: 'read' | 'known';
  readonly source: string;
}

/** A task that ends in no act of its own: what serves it, and what is not there yet. */
export interface TaskService {
  readonly is: 'service';
  readonly by: readonly Serving[];
  /** What nothing here does yet; always said where `by` is empty. */
  readonly lacks?: string | undefined;
}

/** A command, or a kind with its register, and what it does for the task. */
export type Serving =
  | { readonly command: string; readonly does: string; readonly kind?: undefined }
  | { readonly kind: string; readonly does: string; readonly command?: undefined };

/** A place in a text that a clerk must fill in. */
export const PLACE = /\[\[[^\]]*\]\]/u;
