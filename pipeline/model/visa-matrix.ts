import type { ChangeKind } from './draft.js';
import type { VisaRole } from './roles.js';

/** Ids of the rules that ask for visas by the matrix. */
export const VISA_RULES = [
  '3.5-visas',
  '5.10-visas',
  '5.10-money',
  '5.11-general-visa',
  '5.11-archive-visa',
  '8.3-visas',
  '8.3-money',
  '8.3-personnel',
  '10.1-legal',
  '10.7-legal',
  '27.8-money',
  '27.13-consent',
] as const;
export type VisaRule = (typeof VISA_RULES)[number];

/** Traits that an act must have for a row of the matrix to hold of it; what is not named may be as it will. */
export interface VisaOccasion {
  readonly issuer?: 'committee' | 'council' | 'head' | 'unit' | undefined;
  readonly administrative?: boolean | undefined;
  readonly collegial?: boolean | undefined;
  readonly personnel?: boolean | undefined;
  readonly normative?: boolean | undefined;
  readonly delegated?: boolean | undefined;
  readonly spends?: boolean | undefined;
  readonly regulatory?: boolean | undefined;
  readonly agreement?: 'contract' | 'amendment' | 'termination' | undefined;
}

/**
 * A row of the matrix of visas: who visas such acts, and which rule asks for it. A role that a later row asks for too is asked for by the later one
 * alone, so that one missing visa is one finding, by the clause that says most of it.
 */
export interface VisaRow {
  readonly rule: VisaRule;
  readonly when: VisaOccasion;
  /** Only of acts that do one of these to another. */
  readonly changes?: readonly ChangeKind[] | undefined;
  /** Only if an act so changed is older than so many years. */
  readonly olderThanYears?: number | undefined;
  /** Only of acts whose title begins so, in any form of the words. */
  readonly titles?: readonly string[] | undefined;
  /** A role, or several of which one is enough. */
  readonly by: readonly (VisaRole | readonly VisaRole[])[];
}

/** Whose visas come before whose. */
export interface VisaOrder {
  readonly first: readonly VisaRole[];
  readonly last: readonly VisaRole[];
}

/** Whether an act of these traits is what a row speaks of. */
export function isOccasion(when: VisaOccasion, traits: VisaOccasion): boolean {
  const wanted = Object.entries(when) as [keyof VisaOccasion, VisaOccasion[keyof VisaOccasion]][];
  return wanted.every(([trait, value]) => value === undefined || traits[trait] === value);
}
