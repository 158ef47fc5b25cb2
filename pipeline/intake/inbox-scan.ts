import { isUtf8 } from 'node:buffer';
import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { compare } from 'natural-orderby';
import { errorCode, onDisk } from '../files/file-faults.js';
import { isIgnored } from './ignored-names.js';

/** What lies in the inbox: a regular file, a folder that is no clerk's, or something else, such as a link, which is never opened. */
export type ArrivalForm = 'file' | 'folder' | 'other';

export interface Arrival {
  /** Absolute; bytes where the name is no UTF-8. */
  readonly path: string | Buffer;
  /** NFC. */
  readonly name: string;
  /** The clerk's folder, null for the inbox itself. */
  readonly droppedBy: string | null;
  readonly form: ArrivalForm;
}

export interface SeenArrival extends Arrival {
  /** Differs whenever size, time or, for a folder, anything in it does. */
  readonly fingerprint: string;
}

/** Entries of a foreign folder that are looked at to tell whether it still changes. */
const MOST_FOLDER_ENTRIES = 5000;

/** All that lies in the inbox and in the clerks' folders, in natural order of names; hidden, temporary and lock files left out. */
export async function scanInbox(inbox: string, clerks: readonly string[]): Promise<SeenArrival[]> {
  const folders = clerks.map((clerk) => clerk.normalize('NFC'));
  const seen: SeenArrival[] = [];
  for (const entry of await entriesIn(inbox)) {
    if (entry.stats.isDirectory() && folders.includes(entry.name)) {
      const own = await entriesIn(entry.path).catch(ifGone<Entry[]>([]));
      for (const dropped of own) seen.push(await arrivalOf(dropped, entry.name));
    } else seen.push(await arrivalOf(entry, null));
  }
  const natural = compare({ locale: 'uk' });
  return seen.sort(
    (a, b) =>
      natural(a.name, b.name) || natural(a.droppedBy ?? '', b.droppedBy ?? '') || Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)),
  );
}

/** False if what was seen is gone, or another lies in its place. Of a folder only itself is looked at. */
export async function isAsSeen(arrival: Arrival): Promise<boolean> {
  const stats = await onDisk(String(arrival.path), () => lstat(arrival.path)).catch(ifGone(null));
  if (stats === null || !('fingerprint' in arrival)) return stats !== null;
  return String(arrival.fingerprint).split('\n')[0] === ownFingerprint(arrival.form, stats);
}

/** Tells arrivals apart by where they lie. */
export function placeKey({ path }: Arrival): string {
  return typeof path === 'string' ? path : path.toString('latin1');
}

interface Entry {
  readonly path: string | Buffer;
  readonly name: string;
  readonly stats: Stats;
}

async function entriesIn(folder: string | Buffer): Promise<Entry[]> {
  const names = await onDisk(String(folder), () => readdir(folder, { encoding: 'buffer' }));
  const entries: Entry[] = [];
  for (const raw of names) {
    const name = raw.toString('utf8').normalize('NFC');
    if (isIgnored(name)) continue;
    const path = pathIn(folder, raw);
    const stats = await onDisk(String(path), () => lstat(path)).catch(ifGone(null));
    if (stats !== null) entries.push({ path, name, stats });
  }
  return entries;
}

function pathIn(folder: string | Buffer, raw: Buffer): string | Buffer {
  if (typeof folder === 'string' && isUtf8(raw)) return join(folder, raw.toString('utf8'));
  return Buffer.concat([Buffer.from(folder), Buffer.from(sep), raw]);
}

async function arrivalOf({ path, name, stats }: Entry, droppedBy: string | null): Promise<SeenArrival> {
  const form: ArrivalForm = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
  const own = ownFingerprint(form, stats);
  return { path, name, droppedBy, form, fingerprint: form === 'folder' ? `${own}\n${await manifest(path)}` : own };
}

function ownFingerprint(form: ArrivalForm, { ino, size, mtimeMs }: Stats): string {
  return `${form} ${ino} ${size} ${mtimeMs}`;
}

/** Names, sizes and times of what lies in a foreign folder, links not followed. */
async function manifest(folder: string | Buffer): Promise<string> {
  const lines: string[] = [];
  const open: (string | Buffer)[] = [folder];
  for (let next = open.pop(); next !== undefined && lines.length < MOST_FOLDER_ENTRIES; next = open.pop()) {
    const inside = next;
    for (const raw of await onDisk(String(inside), () => readdir(inside, { encoding: 'buffer' })).catch(ifGone<Buffer[]>([]))) {
      const path = pathIn(inside, raw);
      const stats = await onDisk(String(path), () => lstat(path)).catch(ifGone(null));
      if (stats === null) continue;
      lines.push(`${path} ${stats.size} ${stats.mtimeMs}`);
      if (stats.isDirectory()) open.push(path);
    }
  }
  return lines.sort().join('\n');
}

/** What vanishes between one look and the next is no fault; a later look will not see it. What may not be looked into stays as it is. */
function ifGone<T>(instead: T): (error: unknown) => T {
  return (error) => {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ESTALE'].includes(errorCode(cause) ?? '')) return instead;
    throw error;
  };
}
