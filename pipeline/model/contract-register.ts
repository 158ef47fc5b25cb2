import type { EntryState } from './act.js';
import { amendedTerms, type ContractTerms, endOf } from './contract.js';
import { addDays, type LocalDate, parseLocalDate } from './date.js';
import { type Digest, sha256 } from './digest.js';
import type { DraftContent } from './draft.js';
import type { ActName } from './effect.js';
import type { Ground } from './examination.js';
import type { Traits } from './kind.js';
import type { RegisterRow } from './register-row.js';

/** What the register notes of a contract (R 27.10), as it was registered. */
export interface ContractFacts extends ContractTerms {
  readonly is: 'contract';
  readonly contractType?: string | undefined;
  readonly concluded?: LocalDate | undefined;
  readonly received?: LocalDate | undefined;
  /** `registration`, `signing`, or a date (R 27.3). */
  readonly effective?: string | undefined;
}

/** What it notes of an amendment (R 27.13). */
export interface AmendmentFacts {
  readonly is: 'amendment';
  readonly concluded?: LocalDate | undefined;
  readonly received?: LocalDate | undefined;
  readonly newTerms?: ContractTerms | undefined;
}

/** What it notes of an end before the term (R 27.15). */
export interface TerminationFacts {
  readonly is: 'termination';
  readonly ground?: 'consent' | 'court' | undefined;
  readonly decided?: LocalDate | undefined;
  readonly received?: LocalDate | undefined;
  /** The first day on which the contract holds no more. */
  readonly effective?: LocalDate | undefined;
}

/** What the journal of refusals notes of a contract that went back (R 27.12). */
export interface RefusalFacts {
  readonly is: 'refusal';
  readonly contract?: string | undefined;
  readonly subject?: string | undefined;
  readonly concluded?: LocalDate | undefined;
  readonly received?: LocalDate | undefined;
  readonly addressees: readonly string[];
  readonly grounds: readonly Ground[];
}

export type NotedFacts = ContractFacts | AmendmentFacts | TerminationFacts | RefusalFacts;

/** What is to be noted of a document about a contract; undefined for any other. */
export function notedFacts(content: DraftContent, { agreement, examines }: Pick<Traits, 'agreement' | 'examines'>): NotedFacts | undefined {
  const { concluded, received, subject } = content;
  if (agreement === 'contract') {
    const { contractType, parties, term, amount, controllers, effective } = content;
    return { is: 'contract', contractType, subject, parties, concluded, received, term, amount, controllers, effective: effective?.on };
  }
  if (agreement === 'amendment') return { is: 'amendment', concluded, received, newTerms: content.newTerms };
  if (agreement === 'termination') {
    const { ground, decided, effective } = content;
    return { is: 'termination', ground, decided, received, effective: parseLocalDate(effective?.on ?? '') };
  }
  if (examines !== 'returns') return undefined;
  const { contract, addressees, grounds } = content;
  return { is: 'refusal', contract, subject, concluded, received, addressees: addressees.flatMap(({ to }) => to ?? []), grounds };
}

/** By which two notes of the same document are known to say the same. */
export function factsDigest(facts: NotedFacts): Digest {
  return sha256(JSON.stringify(facts));
}

/** An entry of the register with what it notes. */
export interface Noted<Facts extends NotedFacts> {
  readonly row: RegisterRow;
  readonly facts: Facts;
}

/** A contract with all that was done to it, in order of registration; what a void document says does nothing. */
export interface ContractOnRecord extends Noted<ContractFacts> {
  readonly amendments: readonly Noted<AmendmentFacts>[];
  /** The first of them ends the contract. */
  readonly terminations: readonly Noted<TerminationFacts>[];
  /** The last day of its current term, as the register has it for its queries. */
  readonly ends: LocalDate | null;
}

/** The terms of a contract as they are now (R 27.14). */
export function currentTerms(facts: ContractTerms, amendments: readonly Pick<AmendmentFacts, 'newTerms'>[]): ContractTerms {
  return amendments.reduce<ContractTerms>((terms, { newTerms }) => (newTerms === undefined ? terms : amendedTerms(terms, newTerms)), facts);
}

/** The last day of the current term; null where it has none. */
export function currentEnd(facts: ContractFacts, amendments: readonly Pick<AmendmentFacts, 'newTerms'>[]): LocalDate | null {
  return endOf(currentTerms(facts, amendments).term, facts.concluded) ?? null;
}

/** The last day on which a contract holds: of its term, or before it, where it was ended so. */
export function lastDay({ ends, terminations }: Pick<ContractOnRecord, 'ends' | 'terminations'>): LocalDate | null {
  const end = terminations[0]?.facts;
  if (end === undefined) return ends;
  return (end.effective === undefined ? end.decided : addDays(end.effective, -1)) ?? ends;
}

/** The first day on which a contract holds: with its registration unless it says otherwise (R 27.3). */
export function firstDay({ row, facts }: Noted<ContractFacts>): LocalDate {
  const { term, effective = 'registration', concluded } = facts;
  if (term?.from !== undefined) return term.from;
  if (effective === 'signing') return concluded ?? row.date;
  return parseLocalDate(effective) ?? row.date;
}

/** A state in which registers show contracts that have their number. */
export type ContractState = EntryState | 'ended';

/**
 * The state of a contract on a day. What is filed and untouched is `registered`; past the last day of its current term it is `ended`, without anybody's
 * doing. An end before the term is shown from the day on which it was marked, whichever day it is of.
 */
export function contractState(state: EntryState, ends: LocalDate | null, today: LocalDate): ContractState {
  if (state !== 'filed' && state !== 'registered' && state !== 'amended') return state;
  if (ends !== null && ends < today) return 'ended';
  return state === 'amended' ? 'amended' : 'registered';
}

/** What of the contracts on record is asked for. */
export interface ContractFilter {
  readonly year?: number | undefined;
  /** With the last day of the current term in this interval, bounds included. */
  readonly endsFrom?: LocalDate | undefined;
  readonly endsTo?: LocalDate | undefined;
}

export interface RegisterSpan {
  readonly entries: number;
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** Contracts as the register has them. */
export interface ContractBook {
  /** In order of series, year and ordinal, a page after another: never all of them in memory. */
  contracts(filter: ContractFilter): AsyncIterable<ContractOnRecord>;
  /** The contract of this name. */
  contract(of: ActName): Promise<ContractOnRecord | undefined>;
  /** Letters by which contracts went back, in the same way; those whose number is void are among them. */
  refusals(filter: Pick<ContractFilter, 'year'>): AsyncIterable<Noted<RefusalFacts>>;
  /** The last day of the current term of every contract, by `nameOf`. */
  ends(): Promise<ReadonlyMap<string, LocalDate | null>>;
  /** How many contracts, or refusals, are on record, and between which days they were registered; undefined if none is. */
  span(what: 'contract' | 'refusal', filter: Pick<ContractFilter, 'year'>): Promise<RegisterSpan | undefined>;
  /** `factsDigest` of all that is noted, by drop. */
  digests(): Promise<ReadonlyMap<Digest, Digest>>;
}
