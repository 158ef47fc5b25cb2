import { dirname } from 'node:path';
import type { Drop } from '../model/drop.js';
import type { Pending } from '../model/examination.js';
import type { JournalLine } from '../model/journal.js';
import type { Office } from '../model/office.js';
import type { Held } from '../model/ports.js';
import { claimNotes, writeClaimNote } from './claim-note.js';

const NOTE = '.waiting.json';

/** What lies beside a claimed contract while it waits for its verdict: that it waits survives the database. */
export interface WaitingNote {
  readonly format: 'regesta-waiting-1';
  readonly pending: Pending;
  /** All lines of the claim up to `awaiting`. */
  readonly journal: readonly JournalLine[];
}

/** Notes in its claim that a contract waits; on the disk when it returns. */
export async function noteWaiting(drop: Pick<Drop, 'path'>, pending: Pending, journal: readonly JournalLine[], held: Held): Promise<void> {
  const note: WaitingNote = { format: 'regesta-waiting-1', pending, journal };
  await writeClaimNote(dirname(drop.path), NOTE, note, held);
}

/** The notes of all contracts of an office that wait, in order of claim. */
export async function readWaitingNotes(office: Office): Promise<WaitingNote[]> {
  return (await claimNotes<WaitingNote>(office, NOTE)).map(({ note }) => note);
}
