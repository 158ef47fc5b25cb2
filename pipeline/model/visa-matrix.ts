import { isOlderThan, type LocalDate } from './date.js';
import type { ChangeKind, DraftContent, VisaRole } from './draft.js';

/** Ids of the rules that ask for visas by the matrix. */
export const VISA_RULES = [
  '5.10-visas',
  '5.10-money',
  '5.11-general-visa',
  '5.11-archive-visa',
  '8.3-visas',
  '8.3-money',
  '8.3-personnel',
  '10.1-legal',
  '10.7-legal',
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
  /** A role, or several of which one is enough. */
  readonly by: readonly (VisaRole | readonly VisaRole[])[];
}

/** Whose visas come before whose. */
export interface VisaOrder {
  readonly first: readonly VisaRole[];
  readonly last: readonly VisaRole[];
}

/** A visa that an act must have, of any of some roles, and the rule that asks for it. */
export interface AskedVisa {
  readonly rule: VisaRule;
  readonly roles: readonly VisaRole[];
}

/** The visas that the matrix asks of an act with these traits and this date, in its order, each by one rule. */
export function visasAsked(
  matrix: readonly VisaRow[],
  { changes }: Pick<DraftContent, 'changes'>,
  traits: VisaOccasion,
  date: LocalDate | undefined,
): readonly AskedVisa[] {
  const rows = matrix.filter((row) => isOccasion(row.when, traits) && isChangeOf(row, changes, date));
  const asked = rows.flatMap(({ rule, by }) =>
    by.map((roles): AskedVisa => ({ rule, roles: typeof roles === 'string' ? [roles] : roles })),
  );
  return asked.filter(({ roles }, index) => !asked.slice(index + 1).some((later) => areSame(later.roles, roles)));
}

function isOccasion(when: VisaOccasion, traits: VisaOccasion): boolean {
  const wanted = Object.entries(when) as [keyof VisaOccasion, VisaOccasion[keyof VisaOccasion]][];
  return wanted.every(([trait, value]) => value === undefined || traits[trait] === value);
}

function isChangeOf({ changes: ways, olderThanYears }: VisaRow, changes: DraftContent['changes'], date: LocalDate | undefined): boolean {
  if (ways === undefined && olderThanYears === undefined) return true;
  return changes.some(
    ({ how, act }) =>
      (ways === undefined || (how !== undefined && ways.includes(how))) &&
      (olderThanYears === undefined || isOlderThan(olderThanYears, act.date, date)),
  );
}

function areSame(a: readonly VisaRole[], b: readonly VisaRole[]): boolean {
  return a.length === b.length && a.every((role) => b.includes(role));
}
