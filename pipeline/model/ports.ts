import type { EntryState, Registration } from './act.js';
import type { LocalDate } from './date.js';
import type { Digest } from './digest.js';
import type { JournalEvent, JournalLine } from './journal.js';
import type { RegisterView } from './rule.js';

export interface Clock {
  now(): Date;
}

/** One line a happening, for the operator; fields carry no content of acts. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** A row of a register as `register --json` prints it. */
export interface RegisterRow {
  readonly series: string;
  readonly year: number;
  readonly number: string;
  readonly ordinal: number;
  readonly date: LocalDate;
  readonly title: string;
  readonly kind: string;
  readonly state: EntryState;
  /** `archive/2021/decision/27` */
  readonly path: string;
}

export interface NewEntry {
  readonly series: string;
  readonly kind: string;
  readonly date: LocalDate;
  readonly title: string;
  /** The author's own id of the draft. */
  readonly id: string | null;
  readonly drop: Digest;
  /** First number of the year in this series, 1 unless the office opened in the middle of it. */
  readonly opening: number;
  formatNumber(ordinal: number, year: number): string;
}

export interface RegisterBook extends RegisterView {
  /** The number the next entry would get; reserves nothing. */
  nextOrdinal(series: string, year: number, opening: number): Promise<number>;
  /**
   * Number, entry and journal line in one transaction (R 6.4). Idempotent by `drop`: the same bytes get the registration they have.
   * The year is the act's, never the clock's.
   */
  register(entry: NewEntry, event: Omit<JournalEvent, 'act' | 'step'>): Promise<Registration>;
  /** The entry of these bytes, if they have one. */
  byDrop(drop: Digest): Promise<RegisterRow | undefined>;
  /** Sorted by series, year, ordinal. */
  list(filter: { readonly series?: string | undefined; readonly year?: number | undefined }): Promise<RegisterRow[]>;
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
}

export interface ArchiveIndex {
  /**
   * Makes an act visible: in one transaction appends the journal line `filed`, calls `publish` with all journal lines of the claim (which
   * puts the folder in its place), then sets the state `filed` and indexes the words. A throw in `publish` undoes everything.
   */
  file(
    act: IndexedAct,
    event: Omit<JournalEvent, 'act' | 'step'>,
    publish: (lines: readonly JournalLine[]) => Promise<void>,
  ): Promise<void>;
  /** Acts whose words include a form of every word of the query; the order of `register`. */
  search(query: string): Promise<RegisterRow[]>;
}

export interface Journal {
  append(event: JournalEvent): Promise<JournalLine>;
  /** All lines, in order of `seq`. */
  lines(): AsyncIterable<JournalLine>;
  /** Lines that lie in no record and in no yearly file yet, of claims that are settled. */
  unplaced(): Promise<JournalLine[]>;
  /** Notes that these lines lie in the archive now. */
  markPlaced(seqs: readonly number[]): Promise<void>;
}

/** The index: registers, search and journal behind one connection. */
export interface Store {
  readonly register: RegisterBook;
  readonly index: ArchiveIndex;
  readonly journal: Journal;
  /** Names what is broken in the database file, empty if sound. */
  integrity(): Promise<string[]>;
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
