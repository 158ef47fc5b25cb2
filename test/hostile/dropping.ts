import { randomUUID } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sha256 } from '../../pipeline/model/digest.js';
import type { Log } from '../../pipeline/model/ports.js';
import { tempOffice } from '../scenarios/temp-office.js';
import { type Made, soundDraft } from './made.js';

export interface LoggedLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A log that can be looked at. */
export function recordingLog(): Log & { readonly lines: LoggedLine[] } {
  const lines: LoggedLine[] = [];
  const at =
    (level: LoggedLine['level']): Log['info'] =>
    (message, fields = {}) => {
      lines.push({ level, message, fields });
    };
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

/** A demo office beside a folder that nothing may touch. */
export async function guardedOffice(change?: (settings: string) => string): Promise<{ readonly root: string; readonly sentinel: string }> {
  const root = await tempOffice(change);
  const sentinel = join(dirname(root), 'sentinel');
  await mkdir(sentinel);
  await writeFile(join(sentinel, 'keep.txt'), 'це чуже');
  await writeFile(join(sentinel, 'hard.json'), JSON.stringify(soundDraft('link-hard')));
  return { root, sentinel };
}

/** Everything around an office, by path: kind, mode, time of change and digest. */
export function snapshot(folder: string, without: string): Readonly<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const path of pathsIn(folder, without)) {
    const stats = lstatSync(path);
    seen[path] = `${stats.mode} ${stats.isFile() ? `${stats.mtimeMs} ${sha256(readFileSync(path))}` : ''}`;
  }
  return seen;
}

/** Puts an input into the inbox, under its own name; the path it lies at. */
export async function drop(inbox: string, made: Made): Promise<string | Buffer> {
  const path = typeof made.name === 'string' ? join(inbox, made.name) : Buffer.concat([Buffer.from(`${inbox}/`), made.name]);
  if ('put' in made) await made.put(String(path));
  else await writeFile(path, made.bytes);
  return path;
}

/** What tells a dropped thing from all others: the digest of a file, the target of a link, else its kind; of what is empty, its name. */
export function identity(path: string | Buffer): string {
  const stats = lstatSync(path);
  if (stats.isFile()) return stats.size === 0 ? `empty ${basename(String(path))}` : sha256(readFileSync(path));
  if (stats.isSymbolicLink()) return `link ${readlinkSync(path)}`;
  if (stats.isDirectory()) return `folder ${basename(String(path))} ${readdirSync(path, { recursive: true }).sort().join('|')}`;
  return stats.isFIFO() ? 'pipe' : stats.isSocket() ? 'socket' : `device ${stats.rdev}`;
}

/** Where in an office each thing lies, by its identity. */
export function placesByIdentity(root: string): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const path of pathsIn(root)) {
    const shown = path.slice(root.length + 1);
    // Copies that are ours to make and say nothing of the drop: samples it was made from, and keys.
    if (/^(?:samples|keys)\//.test(shown)) continue;
    const key = identity(path);
    places.set(key, [...(places.get(key) ?? []), shown]);
  }
  return places;
}

/** Paths of all there is under a folder; links are not followed. Names that are no UTF-8 come with replacement characters and are left out. */
function pathsIn(folder: string, without?: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (path === without || entry.name.includes('\uFFFD')) return [];
    return [path, ...(entry.isDirectory() ? pathsIn(path) : [])];
  });
}

/** A sound draft that no other is. */
export const freshDraft = (): string => JSON.stringify(soundDraft(randomUUID()));
