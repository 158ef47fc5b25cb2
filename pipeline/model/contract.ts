import { addDays, addMonths, type LocalDate } from './date.js';
import type { Person } from './person.js';

/** A party's account; `code` is the bank's (МФО), six digits. */
export interface Bank {
  readonly iban?: string | undefined;
  readonly name?: string | undefined;
  readonly code?: string | undefined;
}

/** On what somebody's power to sign for another rests (R 27.4): the statute, a letter of attorney, an act of election. */
export interface Authority {
  readonly ground?: string | undefined;
  readonly date?: LocalDate | undefined;
  readonly number?: string | undefined;
}

export interface PartySignatory extends Person {
  readonly authority?: Authority | undefined;
}

/** A party to a contract (R 27.3, 27.4, 27.10). */
export interface Party {
  /** As the contract calls it: `Орендар`. */
  readonly role?: string | undefined;
  readonly name?: string | undefined;
  readonly type?: 'legal' | 'individual' | undefined;
  /** ЄДРПОУ of a legal person, РНОКПП of an individual. */
  readonly code?: string | undefined;
  readonly address?: string | undefined;
  readonly bank?: Bank | undefined;
  readonly signatory?: PartySignatory | undefined;
  readonly signed: boolean;
  readonly sealed: boolean;
}

/** How long a contract holds: to a day, for a period from its beginning, or till it is performed. */
export interface ContractTerm {
  readonly from?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
  readonly period?: { readonly count?: number | undefined; readonly unit?: 'days' | 'months' | 'years' | undefined } | undefined;
  readonly performance: boolean;
}

/** A sum: `value` is decimal with a point and two places at most, in hryvnias; `words` as the contract writes it. */
export interface Amount {
  readonly value?: string | undefined;
  readonly words?: string | undefined;
}

/** A term without which a contract of its type is none: which, its words, and the contract's clause that has it. */
export interface EssentialTerm {
  readonly term?: string | undefined;
  readonly text?: string | undefined;
  readonly clause?: string | undefined;
}

/** What the register notes of a contract (R 27.10), and what an amendment may put in its place. */
export interface ContractTerms {
  readonly subject?: string | undefined;
  readonly parties: readonly Party[];
  readonly term?: ContractTerm | undefined;
  readonly amount?: Amount | undefined;
  /** Who answers for its performance: post and full name. */
  readonly controllers: readonly Person[];
}

/** The card of a contract, of an amendment or of a termination. */
export interface ContractCard extends ContractTerms {
  /** Key of `contractTypes` of the norms: `lease`. */
  readonly contractType?: string | undefined;
  readonly concluded?: LocalDate | undefined;
  /** The day on which it came to the legal department (R 27.7). */
  readonly received?: LocalDate | undefined;
  readonly essential: readonly EssentialTerm[];
  /** The file of the paper itself, in the ZIP beside the card. */
  readonly original?: { readonly file?: string | undefined } | undefined;
  /** The application for an amendment (R 27.13). */
  readonly application?: { readonly date?: LocalDate | undefined; readonly signed: boolean; readonly sealed: boolean } | undefined;
  /** What an amendment says of the terms that the register notes: what is here takes their place. */
  readonly newTerms?: ContractTerms | undefined;
  /** On what a contract ends before its term (R 27.15), and when that was decided. */
  readonly ground?: 'consent' | 'court' | undefined;
  readonly decided?: LocalDate | undefined;
}

/** The last day on which a contract holds; undefined where it ends by performance, or does not say. A period begins on `from`, else on the day it was concluded. */
export function endOf(term: ContractTerm | undefined, concluded: LocalDate | undefined): LocalDate | undefined {
  if (term?.until !== undefined) return term.until;
  const start = term?.from ?? concluded;
  const { count, unit } = term?.period ?? {};
  if (start === undefined || count === undefined || unit === undefined) return undefined;
  const next = unit === 'days' ? addDays(start, count) : addMonths(start, unit === 'years' ? 12 * count : count);
  return addDays(next, -1);
}

/** Terms after an amendment: what it names takes the place of what was. */
export function amendedTerms(terms: ContractTerms, by: ContractTerms): ContractTerms {
  return {
    subject: by.subject ?? terms.subject,
    parties: by.parties.length > 0 ? by.parties : terms.parties,
    term: by.term ?? terms.term,
    amount: by.amount ?? terms.amount,
    controllers: by.controllers.length > 0 ? by.controllers : terms.controllers,
  };
}
