import { isWithin, type LocalDate } from './date.js';
import type { LegalBasis } from './legal-basis.js';
import type { RetentionArticle, StorageCategory } from './retention.js';
import type { TermNorm, TermReading } from './term-norm.js';
import type { TransferTerm } from './transfer-term.js';
import type { VisaOrder, VisaRow } from './visa-matrix.js';
import type { HolidayFreeRegime, HolidayRow } from './working-calendar.js';

/** Limits and lists by which drafts are judged: data, which an office may change under `norms:` in `office.yaml`. */
export interface Norms {
  /** Longest brief title, characters (R 5.6; ДСТУ 4163:2020). */
  readonly titleLength: number;
  /** Words that end the title of a delegated act, in brackets (R 5.6). */
  readonly delegatedMark: string;
  /** Beginnings of a stating part (R 5.6). */
  readonly statingOpenings: readonly string[];
  /** Title of the law whose article every act cites (R 5.6). */
  readonly selfGovernmentLaw: string;
  /** Words, in any form, by which a title speaks of a normative act (Law on self-government, art. 59 part 5). */
  readonly normativeWords: readonly string[];
  /** Phrases in which a word of `normativeWords` means something else: `порядок денний`. */
  readonly normativeExceptions: readonly string[];
  /** Nouns, in any form, that begin a post: `начальник` (R 5.6, control). */
  readonly postWords: readonly string[];
  /** Words, in any form, that before a post make another post of it: `заступник` міського голови (R 5.6, control). */
  readonly deputyWords: readonly string[];
  /** Abbreviations whose full stop may end a title: `р` (R 5.6; ДСТУ 4163:2020). */
  readonly titleAbbreviations: readonly string[];
  /** Most printed pages of an act without annexes, and of a note (R 5.7). */
  readonly actPages: number;
  readonly notePages: number;
  /** Words, in any form, by which a point asks for word of how a task goes (R 6.7). */
  readonly reportWords: readonly string[];
  /** Parts of words by which the post of an official is one of a law-enforcement body's (R 4.17). */
  readonly lawEnforcementWords: readonly string[];
  /** When cases go to the archive department (R 4.16, 8.8, 14.7, 28.2): the first row that speaks of a case holds. */
  readonly transferTerms: readonly TransferTerm[];
  /** Marks of limited access (R 15). */
  readonly secrecyMarks: readonly string[];
  /** Who visas which acts (R 5.10, 5.11, 8.3, 10.1, 10.7). */
  readonly visas: readonly VisaRow[];
  /** Roles whose visas stand before those of others (R 10.5). */
  readonly visaOrder: VisaOrder;
  /** Remarks beside a visa that object to nothing (R 5.12, 10.4). */
  readonly agreeingRemarks: readonly string[];
  /** Words, in any form, of a conclusion that does not let a regulatory act pass (R 5.19). */
  readonly negativeConclusions: readonly string[];
  /** Words, in any form, by which a title founds a commission (R 22.4). */
  readonly commissionTitles: readonly string[];
  /** Beginnings, in any form, of the title of an act on an official trip (R 19.2). */
  readonly tripTitles: readonly string[];
  /** Norms that acts are known to rest on, and how much the number of each can be trusted. */
  readonly legalBases: readonly LegalBasis[];
  /** Sheet of a contract, millimetres; either way round, each side within the tolerance (R 27.6). */
  readonly paperSize: { readonly width: number; readonly height: number; readonly tolerance: number };
  /** Strongest part of the light, of 255, that text of a contract may send back and still be black (R 27.6). */
  readonly blackTolerance: number;
  /** Forms of companies in lower case, long and abbreviated, which a card and a contract may write differently (R 27.10). */
  readonly legalForms: readonly (readonly [long: string, short: string])[];
  /** Types of contracts by the key that a card names, each with the terms without which the law takes none for concluded (R 27.11; Civil Code, art. 638). */
  readonly contractTypes: Readonly<Record<string, ContractType>>;
  /** Copies of an inventory of each category (R 28.8; order 1000/5). */
  readonly inventoryCopies: Readonly<Record<StorageCategory, number>>;
  /** Terms of storage by articles of the list of typical documents, each as it held in a time (R 28.2; order 578/5). */
  readonly retention: readonly RetentionArticle[];
  /** Holidays of the law, each with the time it holds (КЗпП, art. 73), and times in which none are kept. */
  readonly holidays: readonly HolidayRow[];
  readonly regimes: readonly HolidayFreeRegime[];
  /** Terms of the regulation; rows of the office come first, and hold before ours. */
  readonly terms: readonly TermNorm[];
  /** How «not later than so many working days before» is read. */
  readonly termReading: TermReading;
}

/** A type of contract: `оренда комунального майна`. */
export interface ContractType {
  readonly name: string;
  readonly essential: readonly EssentialTermNorm[];
}

/** A term that a contract must have, of those concluded while the law that asks for it holds. */
export interface EssentialTermNorm {
  /** Key by which a card names it: `rent`. */
  readonly term: string;
  readonly name: string;
  /** The law that asks for it. */
  readonly source: string;
  /** Whether the source was read for this entry; `known` from general knowledge only, for the office's lawyer to confirm. */
  readonly mark: 'read' | 'known';
  /** The card's own field that states it, where there is one. */
  readonly field?: 'subject' | 'amount' | 'term' | undefined;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
}

/** A value of a norm, the time it holds and what it rests on; an absent end is open. */
export interface DatedNorm<T> {
  readonly value: T;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly source: string;
}

/** Every norm with its values by date, oldest first. */
export type NormTable = { readonly [Name in keyof Norms]: readonly [DatedNorm<Norms[Name]>, ...DatedNorm<Norms[Name]>[]] };

/**
 * The norms in force on a day; the newest ones if no day is given. Before the first entry of a norm that entry holds: an older act is judged by
 * the oldest norm on record.
 */
export function normsAt(table: NormTable, date?: LocalDate): Norms {
  const inForce = <T>(entries: readonly [DatedNorm<T>, ...DatedNorm<T>[]]): T => {
    const found = date === undefined ? entries.at(-1) : entries.findLast((entry) => isWithin(date, entry));
    return (found ?? entries[0]).value;
  };
  return {
    titleLength: inForce(table.titleLength),
    delegatedMark: inForce(table.delegatedMark),
    statingOpenings: inForce(table.statingOpenings),
    selfGovernmentLaw: inForce(table.selfGovernmentLaw),
    normativeWords: inForce(table.normativeWords),
    normativeExceptions: inForce(table.normativeExceptions),
    postWords: inForce(table.postWords),
    deputyWords: inForce(table.deputyWords),
    titleAbbreviations: inForce(table.titleAbbreviations),
    actPages: inForce(table.actPages),
    notePages: inForce(table.notePages),
    reportWords: inForce(table.reportWords),
    lawEnforcementWords: inForce(table.lawEnforcementWords),
    transferTerms: inForce(table.transferTerms),
    secrecyMarks: inForce(table.secrecyMarks),
    visas: inForce(table.visas),
    visaOrder: inForce(table.visaOrder),
    agreeingRemarks: inForce(table.agreeingRemarks),
    negativeConclusions: inForce(table.negativeConclusions),
    commissionTitles: inForce(table.commissionTitles),
    tripTitles: inForce(table.tripTitles),
    legalBases: inForce(table.legalBases),
    paperSize: inForce(table.paperSize),
    blackTolerance: inForce(table.blackTolerance),
    legalForms: inForce(table.legalForms),
    contractTypes: inForce(table.contractTypes),
    inventoryCopies: inForce(table.inventoryCopies),
    retention: inForce(table.retention),
    holidays: inForce(table.holidays),
    regimes: inForce(table.regimes),
    terms: inForce(table.terms),
    termReading: inForce(table.termReading),
  };
}
