import type { LocalDate } from './date.js';
import type { Digest } from './digest.js';
import type { Person } from './draft.js';
import type { ActName } from './effect.js';
import type { Finding } from './finding.js';

/** A ground on which a contract is not registered (R 27.11, 27.12): clause of the regulation, norm of the law, and the words. */
export interface Ground {
  readonly clause?: string | undefined;
  readonly law?: string | undefined;
  readonly text?: string | undefined;
}

/** What the legal department says of a contract (R 27.8, 27.9). */
export const VERDICTS = ['register', 'refuse', 'ask'] as const;
export type VerdictKind = (typeof VERDICTS)[number];

/** What a document does to a contract that waits: a verdict; asked materials came. */
export type StepKind = VerdictKind | 'supply';

/** A step of an examination, noted with the registration of the document that makes it. */
export interface ExaminationStep {
  readonly how: StepKind;
  /** The contract, by the digest of its drop. */
  readonly contract: Digest;
  /** From this day on; of materials the day on which they came. */
  readonly date: LocalDate;
  readonly signatory: Person;
  readonly grounds: readonly Ground[];
}

/** A contract that every rule has let through and that has no verdict yet. */
export interface Pending {
  readonly claim: string;
  readonly drop: Digest;
  readonly kind: string;
  /** Of the dropped file. */
  readonly name: string;
  readonly title: string;
  readonly parties: readonly string[];
  /** The day on which it came to the legal department. */
  readonly received: LocalDate;
  /** The machine's remarks, for whoever examines it. */
  readonly findings: readonly Finding[];
}

/** The same as it stands. */
export interface PendingContract extends Pending {
  readonly state: 'waiting' | 'asked';
  /** The day from which the two weeks run (R 27.7, 27.9): of receipt, or of the receipt of materials. */
  readonly since: LocalDate;
  readonly steps: readonly (ExaminationStep & { readonly by: ActName & { readonly date: LocalDate } })[];
  /** `id` of the office's folder in which it lies. */
  readonly office: string;
}

/** The step that ends an examination. */
export interface Verdict extends ExaminationStep {
  readonly how: 'register' | 'refuse';
  readonly by: ActName & { readonly date: LocalDate };
}

/** The contracts that wait for their number, and what was said of them. */
export interface ExaminationBook {
  /** Notes that a contract waits; the same claim again changes nothing but its findings. */
  wait(pending: Pending): Promise<void>;
  /** Those that wait, the oldest first. */
  pending(): Promise<PendingContract[]>;
  /** The one of these bytes that waits. */
  waiting(contract: Digest): Promise<PendingContract | undefined>;
  /** What was decided on a claim's contract, whether it is registered by now or not. */
  verdictOn(claim: string): Promise<Verdict | undefined>;
  /** Claims that have their verdict and still wait. */
  decided(): Promise<readonly string[]>;
  /** The contract of a claim waits no more: it is registered or returned. */
  settle(claim: string): Promise<void>;
}
