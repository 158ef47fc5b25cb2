import type { LocalDate } from './date.js';
import type { Digest } from './digest.js';
import type { Person } from './person.js';

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

/** A step as records keep it; `claim` is that of the contract that waited, for the same bytes that come again are another's. */
export interface KnownStep extends ExaminationStep {
  readonly claim: string;
}
