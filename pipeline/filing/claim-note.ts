import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, writeDurably } from '../files/durable-files.js';
import { errorCode, onDisk } from '../files/file-faults.js';
import type { Office } from '../model/office.js';
import type { Held } from '../model/ports.js';

/** Puts a note beside a claimed drop, in the place of the one that is there; on the disk when it returns. `name` is hidden, as no dropped file is. */
export async function writeClaimNote(folder: string, name: string, note: object, held: Held = async () => undefined): Promise<void> {
  const path = join(folder, name);
  await writeDurably(`${path}.new`, `${JSON.stringify(note)}\n`);
  await held();
  await onDisk(path, () => rename(`${path}.new`, path));
  await syncFolder(folder);
}

/** The note of this name in a claim's folder, which nobody else writes; undefined if there is none. */
export async function readClaimNote<Note>(folder: string, name: string): Promise<Note | undefined> {
  const text = await onDisk(folder, () => readFile(join(folder, name), 'utf8').catch(ifNone(undefined)));
  return text === undefined ? undefined : (JSON.parse(text) as Note);
}

/** The notes of this name of all claims of an office, in order of claim. */
export async function claimNotes<Note>(office: Office, name: string): Promise<{ readonly claim: string; readonly note: Note }[]> {
  const claims = join(office.folders.work, 'claims');
  const names = (await onDisk(claims, () => readdir(claims).catch(ifNone<string[]>([])))).sort();
  const notes = await Promise.all(names.map(async (claim) => ({ claim, note: await readClaimNote<Note>(join(claims, claim), name) })));
  return notes.flatMap(({ claim, note }) => (note === undefined ? [] : [{ claim, note }]));
}

function ifNone<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return instead;
    throw error;
  };
}
