import { dirname } from 'node:path';
import type { Act, EntryState } from '../model/act.js';
import { type StockChange, stockChangeOf } from '../model/blanks.js';
import { type CaseStep, caseStepsOf } from '../model/case-steps.js';
import { type CaseWork, caseWorkOf } from '../model/case-work.js';
import { type NotedFacts, notedFacts } from '../model/contract-register.js';
import type { Digest } from '../model/digest.js';
import type { Drop } from '../model/drop.js';
import type { JournalLine } from '../model/journal.js';
import type { Office } from '../model/office.js';
import type { Held } from '../model/ports.js';
import type { Registration } from '../model/registration.js';
import { claimNotes, readClaimNote, writeClaimNote } from './claim-note.js';
import { ownId, type ProjectNotes, projectNotesOf } from './project-notes.js';
import { type ArchiveRecord, laterLife } from './record.js';

const NOTE = '.registered.json';

/** What lies beside a claimed drop from before its number is committed until it is filed: the number survives the database. */
export interface RegistrationNote extends Pick<ArchiveRecord, 'issuer' | 'delegated' | 'effects'>, ProjectNotes {
  readonly format: 'regesta-registration-1';
  readonly registration: Registration;
  readonly kind: string;
  readonly title: string;
  readonly id: string | null;
  readonly drop: Digest;
  /** What it says of the stock of blanks. */
  readonly stock?: StockChange | undefined;
  /** What is noted of a contract, or of a document about one (R 27.10). */
  readonly contract?: NotedFacts | undefined;
  /** What it does to cases. */
  readonly cases?: readonly CaseStep[] | undefined;
  /** What it says of how cases are formed. */
  readonly caseWork?: CaseWork | undefined;
  readonly state: EntryState;
  /** All lines of the claim up to `registered`. */
  readonly journal: readonly JournalLine[];
}

/** Notes the number of an act in its claim; on the disk when it returns. */
export async function noteRegistration(act: Act, registration: Registration, journal: readonly JournalLine[], held: Held): Promise<void> {
  const { kind, draft, drop } = act;
  const before = await read(dirname(drop.path));
  const note: RegistrationNote = {
    format: 'regesta-registration-1',
    registration,
    kind: kind.id,
    title: kind.titleOf(draft.content),
    id: ownId(act),
    drop: drop.sha256,
    ...laterLife(act),
    stock: stockChangeOf(draft.content),
    contract: notedFacts(draft.content, act.traits),
    cases: caseStepsOf(draft.content, act.traits, act.date),
    ...projectNotesOf(act, registration),
    caseWork: caseWorkOf(draft.content, act.traits),
    state: before?.state ?? 'registered',
    journal,
  };
  await writeClaimNote(dirname(drop.path), NOTE, note, held);
}

/** Changes the state in the note of a claimed act; nothing if there is no note. */
export async function noteState(drop: Pick<Drop, 'path'>, state: EntryState): Promise<void> {
  const folder = dirname(drop.path);
  const note = await read(folder);
  if (note !== undefined && note.state !== state) await writeClaimNote(folder, NOTE, { ...note, state });
}

/** The note of a claimed act; undefined if these bytes were given their number under another claim, or have none. */
export function registrationNoteOf(drop: Pick<Drop, 'path'>): Promise<RegistrationNote | undefined> {
  return read(dirname(drop.path));
}

/** The notes of all claims of an office. */
export async function readRegistrationNotes(office: Office): Promise<RegistrationNote[]> {
  const notes = (await notedClaims(office)).map(({ note }) => note);
  return notes.sort((a, b) => (a.registration.registeredAt > b.registration.registeredAt ? -1 : 1));
}

/** All claims of an office whose act has its number. */
export function notedClaims(office: Office): Promise<{ readonly claim: string; readonly note: RegistrationNote }[]> {
  return claimNotes<RegistrationNote>(office, NOTE);
}

function read(folder: string): Promise<RegistrationNote | undefined> {
  return readClaimNote<RegistrationNote>(folder, NOTE);
}
