import { type Digest, sha256 } from './digest.js';

export type JournalStep =
  | 'received'
  | 'checked'
  | 'registered'
  | 'rendered'
  | 'awaiting'
  | 'signed'
  | 'filed'
  | 'extended'
  | 'destroyed'
  | 'refused'
  | 'duplicate'
  | 'fault'
  | 'imported'
  | 'rebuilt';

/** What happened; carries names, numbers and digests, never the content of an act. */
export interface JournalEvent {
  /** Claim of the drop; null for what concerns no drop. */
  readonly claim: string | null;
  readonly step: JournalStep;
  /** The clerk who dropped, the key that signed, or `regesta`. */
  readonly who: string;
  readonly drop: Digest | null;
  /** `decision/2021/27` */
  readonly act: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** One line of the journal: `hash` covers every other field, `prev` is the hash of the line before. */
export interface JournalLine extends JournalEvent {
  readonly seq: number;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly prev: Digest;
  readonly hash: Digest;
}

/** `prev` of the first line. */
export const JOURNAL_ROOT = sha256('regesta journal');

/** Hash of a line: SHA-256 of its fields as JSON in fixed order, keys of `detail` sorted. */
export function journalHash(line: Omit<JournalLine, 'hash'>): Digest {
  const detail = Object.fromEntries(Object.entries(line.detail).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sha256(JSON.stringify([line.seq, line.at, line.prev, line.claim, line.step, line.who, line.drop, line.act, detail]));
}
