import type { EntryState, Registration } from './act.js';
import type { ActOnRecord } from './act-on-record.js';
import type { BlankBalance, BlankNumber, StockChange } from './blanks.js';
import type { CaseBook } from './case-book.js';
import type { MeasuredSheets } from './case-files.js';
import type { CaseStep } from './case-steps.js';
import type { CaseWork } from './case-work.js';
import type { ContractBook, NotedFacts } from './contract-register.js';
import type { LocalDate } from './date.js';
import type { Digest } from './digest.js';
import type { ActReference } from './draft.js';
import type { ActName, Effect, RegisteredEffect } from './effect.js';
import type { ExaminationBook, ExaminationStep, Pending } from './examination.js';
import type { JournalEvent, JournalLine } from './journal.js';
import type { Traits } from './kind.js';
import type { Leases } from './leases.js';
import type { Numbering } from './numbering.js';
import type { ProjectBook } from './project-records.js';
import type { NotedMeeting, ProjectStep } from './project-steps.js';
import type { RegisterRow } from './register-row.js';
import type { RegisterView } from './rule.js';

export type { Leases, RunnerIdentity } from './leases.js';
export type { RegisterRow } from './register-row.js';

export interface Clock {
  now(): Date;
}

/** One line a happening, for the operator; fields carry no content of acts. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

export interface NewEntry extends Numbering {
  readonly kind: string;
  readonly title: string;
  /** The author's own id of the draft. */
  readonly id: string | null;
  readonly drop: Digest;
  readonly issuer: Traits['issuer'];
  readonly delegated: boolean;
  /** What it does to other acts as soon as it has its number. */
  readonly effects: readonly Effect[];
  /** Whose blank it stands on; absent if on none. */
  readonly blankForm?: string | undefined;
  /** What it says of the stock of blanks. */
  readonly stock?: StockChange | undefined;
  /** What it does in the examination of a contract that waits. */
  readonly step?: ExaminationStep | undefined;
  /** What is noted of a contract, or of a document about one (R 27.10). */
  readonly contract?: NotedFacts | undefined;
  /** What it does to cases. */
  readonly caseSteps?: readonly CaseStep[] | undefined;
  /** Of a version of a project: the id that its author gives the project, or null. Then `id` is null, for versions share theirs. */
  readonly project?: { readonly id: string | null } | undefined;
  /** What it does to projects; of a version itself the register knows. */
  readonly projectSteps?: readonly ProjectStep[] | undefined;
  /** Of an agenda or minutes. */
  readonly meeting?: NotedMeeting | undefined;
  /** What it says of how cases are formed. */
  readonly caseWork?: CaseWork | undefined;
}

/**
 * To be called right before what is done within a transaction shows outside the database: throws if the transaction is lost, as that of a machine is
 * that slept, for then another may have done the same.
 */
export type Held = () => Promise<void>;

/** Is told a registration and all journal lines of its claim so far. */
export type RegistrationNote = (registration: Registration, lines: readonly JournalLine[], held: Held) => Promise<void>;

/** Puts in place outside the database what journal lines are about, or the lines themselves. */
export type Publish = (lines: readonly JournalLine[], held: Held) => Promise<void>;

export interface RegisterBook extends RegisterView {
  /** The same as `act`, as it stood when a claim got its number: what later acts did to it is left out. */
  actBefore(reference: ActReference, claim: string): Promise<ActOnRecord | undefined>;
  /** The place the next entry would get; reserves nothing. */
  nextPlace(numbering: Numbering): Promise<Pick<Registration, 'year' | 'ordinal' | 'number'>>;
  /**
   * Number, entry, blank, journal line and what the act does to others, or in an examination, in one transaction (R 6.4, 5.11, 24.6, 27.8). Idempotent by `drop`: the same bytes get
   * the registration they have.
   * The year is the act's, or its contract's, never the clock's. `note` is called before the commit, and its throw undoes everything: so a number that was given
   * is known outside the database, too.
   */
  register(entry: NewEntry, event: Omit<JournalEvent, 'act' | 'step'>, note?: RegistrationNote): Promise<Registration>;
  /** The blank on which the act of these bytes stands. */
  blankOf(drop: Digest): Promise<BlankNumber | undefined>;
  /** The blanks on which acts stand, by drop. */
  blanksByDrop(): Promise<ReadonlyMap<Digest, BlankNumber>>;
  /** The account of every form of blanks, sorted by form (R 24.9). */
  blanks(): Promise<BlankBalance[]>;
  /** The entry of these bytes, if they have one. */
  byDrop(drop: Digest): Promise<RegisterRow | undefined>;
  /** Where the acts of all drops are, or will be. */
  pathsByDrop(): Promise<ReadonlyMap<Digest, string>>;
  /** Sorted by series, year, ordinal; `own` leaves out older acts that were imported. */
  list(filter: { readonly series?: string | undefined; readonly year?: number | undefined; readonly own?: true }): Promise<RegisterRow[]>;
  /** What acts do to each other, in order of registration: all of it, or what one act does and what is done to it. */
  effects(of?: ActName): Promise<RegisteredEffect[]>;
  /** Entries whose number was declared void while their act waits for its place in the archive. */
  voided(): Promise<RegisterRow[]>;
  find(series: string, year: number, number: string): Promise<RegisterRow | undefined>;
  setState(series: string, year: number, ordinal: number, state: EntryState): Promise<void>;
}

/** What is told the index when an act is filed. */
export interface IndexedAct {
  readonly registration: Registration;
  readonly kind: string;
  readonly title: string;
  readonly drop: Digest;
  readonly path: string;
  /** All words of the act and its annexes, for search. */
  readonly text: string;
  /** Undefined for one of which only the draft is kept. */
  readonly sheets?: MeasuredSheets | undefined;
}

/** An act older than the office's own, to be entered so that others can refer to it. */
export interface OlderAct {
  readonly series: string;
  readonly kind: string;
  readonly date: LocalDate;
  readonly number: string;
  /** Where the number is just a number of the series; null for `12/1` or `12-а`. */
  readonly ordinal: number | null;
  readonly title: string;
  readonly issuer: Traits['issuer'];
  /** Stands in for a drop's: of the act's name. */
  readonly drop: Digest;
}

/** Puts the folder of an older act in its place, with the line of the journal that tells of it. */
export type PublishOlder = (registration: Registration, line: JournalLine, held: Held) => Promise<void>;

export interface ArchiveIndex {
  /**
   * Makes an act visible: in one transaction appends the journal line `filed`, calls `publish` with all journal lines of the claim (which
   * puts the folder in its place), then gives it the state that acts registered since have made of it, or `filed`, and indexes the words. A throw
   * in `publish` undoes everything.
   */
  file(act: IndexedAct, event: Omit<JournalEvent, 'act' | 'step'>, publish: Publish): Promise<void>;
  /**
   * Notes that proofs were added to a filed act: in one transaction appends the journal line `extended` and calls `publish` with all journal
   * lines of the claim, which puts the new files in place. A throw in `publish` undoes everything.
   */
  extend(act: Registration, event: Omit<JournalEvent, 'act' | 'step'>, publish: Publish): Promise<void>;
  /**
   * Notes that the files of a filed act were destroyed (R 28.2): in one transaction appends the journal line `destroyed`, gives the entry that state, forgets
   * its words and calls `publish` with all journal lines of the claim, which leaves a tombstone in the act's place. Nothing if that is done.
   */
  destroy(act: ActName, event: Omit<JournalEvent, 'act' | 'step'>, publish: Publish): Promise<void>;
  /**
   * Enters an older act under the number it has: in one transaction the entry, the journal line `imported` and `publish`, whose throw undoes
   * everything. Nothing if the register has that number.
   */
  enter(
    act: OlderAct,
    event: Pick<JournalEvent, 'who'>,
    describe: (registration: Registration) => JournalEvent['detail'],
    publish: PublishOlder,
  ): Promise<void>;
  /** Acts whose words include a form of every word of the query, in the order of `register`: all, or the first `limit`. */
  search(query: string, limit?: number): Promise<RegisterRow[]>;
}

export interface Journal {
  /** Steps on a claim's way that change nothing (`received`, `checked`, `rendered`, `signed`) are kept with the next that does: a crash before may lose them. */
  append(event: JournalEvent): Promise<void>;
  /** All lines, in order of `seq`. */
  lines(): AsyncIterable<JournalLine>;
  /** The line that was appended last. */
  last(): Promise<JournalLine | undefined>;
  /**
   * Gives `publish` the lines that lie in no record and in no yearly file yet, of claims that are settled, and notes that they lie in the archive
   * now; nobody else writes meanwhile, and a throw undoes it. Not called if there are none.
   */
  place(publish: Publish): Promise<void>;
  /** `seq` of every line that lies in no record and in no yearly file yet. */
  waiting(): Promise<ReadonlySet<number>>;
}

/** An entry of a register as the files outside the database know it. */
export interface KnownEntry {
  readonly registration: Registration;
  readonly kind: string;
  readonly title: string;
  readonly id: string | null;
  readonly drop: Digest;
  readonly issuer: Traits['issuer'] | null;
  readonly delegated: boolean | null;
  readonly effects: readonly Effect[];
  readonly imported: boolean;
  /** Of one that is filed, before what others do to it. */
  readonly state: EntryState;
  readonly path: string;
  /** What it says of the stock of blanks. */
  readonly stock?: StockChange | undefined;
  /** What is noted of a contract, or of a document about one (R 27.10). */
  readonly contract?: NotedFacts | undefined;
  /** What it does to cases. */
  readonly caseSteps?: readonly CaseStep[] | undefined;
  /** What it does to projects, a version's own submission, too. */
  readonly projectSteps?: readonly ProjectStep[] | undefined;
  /** Of an agenda or minutes. */
  readonly meeting?: NotedMeeting | undefined;
  /** What it says of how cases are formed. */
  readonly caseWork?: CaseWork | undefined;
  /** Of a filed act, as measured then. */
  readonly sheets?: MeasuredSheets | undefined;
  /** All words of a filed act, for search; null where it is not filed. */
  readonly text: string | null;
}

/** What one file outside the database knows: journal lines, and the entry they are about. */
export interface KnownPart {
  readonly entry: KnownEntry | null;
  /** The contract that waits, where it is about one. */
  readonly pending?: Pending | undefined;
  readonly lines: readonly JournalLine[];
  /** Whether the lines lie in the archive. */
  readonly placed: boolean;
  /** `id` of the office's folder that the file lies in. */
  readonly office: string;
}

/** The index: registers, search and journal behind one connection. */
export interface Store {
  /** As messages call the database; carries no password. */
  readonly name: string;
  /** Where many runners may share the database, and this store is a runner's. */
  readonly leases: Leases | undefined;
  readonly register: RegisterBook;
  readonly index: ArchiveIndex;
  readonly journal: Journal;
  readonly examinations: ExaminationBook;
  readonly contracts: ContractBook;
  readonly cases: CaseBook;
  readonly projects: ProjectBook;
  /** Names what is broken in the database file, empty if sound. */
  integrity(): Promise<string[]>;
  /** Neither an entry nor a journal line. */
  isEmpty(): Promise<boolean>;
  /** Fills an empty index in one transaction. A line whose place in the journal is taken, or that does not fit the chain, is left out. */
  refill(parts: AsyncIterable<KnownPart>): Promise<void>;
  /**
   * Runs `work` while nothing in the register or the journal can change, in any process. `copyTo` writes the database as it is to a new file; null
   * where the database lies on a server.
   */
  freeze<T>(work: (copyTo: ((file: string) => Promise<void>) | null) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A key that signs, wherever it lives. `sign` takes the DER of the signed attributes and hashes it itself: node:crypto cannot sign an EC hash. */
export interface SigningKey {
  readonly id: string;
  /** DER, the signer's first, then its issuers up to, not including, the root. */
  readonly certificates: readonly Buffer[];
  readonly digestOid: string;
  readonly signatureOid: string;
  digest(bytes: Uint8Array): Buffer;
  sign(message: Buffer): Promise<Buffer>;
}

/** Draws a visible signature: a one-page PDF of the given size in points, PDF/A-1b like the act. */
export interface StampPainter {
  paint(stamp: {
    readonly heading: string;
    readonly lines: readonly string[];
    readonly width: number;
    readonly height: number;
    readonly date: LocalDate;
  }): Promise<Buffer>;
}

export interface SignatureReport {
  readonly file: string;
  readonly signer: string;
  readonly role: 'signatory' | 'seal' | 'unknown';
  /** `B-B` … `B-LTA`; `unknown` for other formats. */
  readonly level: string;
  readonly trusted: boolean | null;
  readonly coversWholeFile: boolean;
  readonly laterChanges: 'none' | 'allowed' | 'forbidden';
  readonly signedAt: string | null;
}

export interface Problem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}
