import type { Stats } from 'node:fs';
import { lstat, mkdir, readdir } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { makeFolder, remove, syncFolder } from '../files/durable-files.js';
import { errorCode, onDisk } from '../files/file-faults.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import type { Store } from '../model/ports.js';
import { copyExactly, copyLink } from './exact-copy.js';

/** What a backup copied, and what it did not. */
export interface Copied {
  /** The copy as an office whose every path lies within it. */
  readonly copy: Office;
  readonly files: number;
  readonly bytes: number;
  /** False where the register lies on a server: it is backed up there, or made again from the copy. */
  readonly hasDatabase: boolean;
  /** Neither files, folders nor links; absolute. */
  readonly leftOut: readonly string[];
}

const SETTINGS = 'office.yaml';
const LOCK = 'lock.sqlite';

/**
 * Copies an office to `to`, which must be empty or not there, while it runs. The archive and the trays, which hardly do but grow, are copied first; then,
 * while nobody can give a number or file an act, what has come since, the inbox and the work area, and the database. The drops are copied in the
 * order in which they move, so each is seen at least once. The settings are not copied: `finishBackup` does, and without them a copy is no
 * office. Faults `usage`, `disk-full`, `folder-access`, `copy-differs`.
 */
export async function copyOffice(office: Office, to: string, store: Store): Promise<Copied> {
  const copy = placesIn(office, to);
  await makeTarget(office, to);
  const copier = new Copier(office);
  const { inbox, refused, outbox, archive, work } = office.folders;
  const trays = [
    [refused, copy.folders.refused],
    [outbox, copy.folders.outbox],
    [archive, copy.folders.archive],
  ] as const;
  for (const [from, target] of trays) await copier.copyTree(from, target);
  const hasDatabase = await store.freeze(async (copyTo) => {
    await copier.copyTree(inbox, copy.folders.inbox);
    // Twice: a refusal that fails goes back to the claim it came from.
    for (let time = 0; time < 2; time += 1) await copier.copyTree(work, copy.folders.work);
    for (const [from, target] of trays) await copier.copyTree(from, target);
    // What was destroyed meanwhile may have been copied before.
    await copier.dropGone(archive, copy.folders.archive);
    await copyTo?.(copy.database);
    return copyTo !== null;
  });
  await copier.copyTree(office.root, to);
  if (!isWithin(office.root, office.folders.templates)) await copier.copyTree(office.folders.templates, copy.folders.templates);
  return { copy, files: copier.files, bytes: copier.bytes, hasDatabase, leftOut: copier.leftOut };
}

/** Makes a copy an office: the last step, when all else lies there. */
export async function finishBackup(office: Office, { copy }: Copied): Promise<void> {
  await copyExactly(join(office.root, SETTINGS), join(copy.root, SETTINGS));
  await syncFolder(copy.root);
}

/** An office's paths in a copy of it: those within its root as they are, others in `outside/<name>`. */
function placesIn(office: Office, to: string): Office {
  const { root, folders, database } = office;
  const place = (path: string, name: string): string => (isWithin(root, path) ? join(to, relative(root, path)) : join(to, 'outside', name));
  return {
    ...office,
    root: to,
    folders: {
      inbox: place(folders.inbox, 'inbox'),
      refused: place(folders.refused, 'refused'),
      outbox: place(folders.outbox, 'outbox'),
      archive: place(folders.archive, 'archive'),
      templates: place(folders.templates, 'templates'),
      work: place(folders.work, '.work'),
    },
    database: isAbsolute(database) ? place(database, basename(database)) : database,
  };
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

async function makeTarget(office: Office, to: string): Promise<void> {
  const own = [office.root, ...Object.values(office.folders)];
  if (own.some((folder) => isWithin(folder, to) || isWithin(to, folder)))
    throw new Fault('usage', `${to}: a backup must not lie in the office, nor the office in it`);
  await makeFolder(to);
  if ((await onDisk(to, () => readdir(to))).length > 0)
    throw new Fault('usage', `${to} is not empty: give each backup a folder of its own; an older one is never written over`);
}

/** Copies trees of files and remembers what it copied, so that a second time only what has changed is copied. */
class Copier {
  files = 0;
  bytes = 0;
  readonly leftOut: string[] = [];
  private readonly seen = new Map<string, string>();
  private readonly skipped: ReadonlySet<string>;
  private readonly database: string;
  private readonly work: string;

  constructor(office: Office) {
    const { inbox, refused, outbox, archive, work } = office.folders;
    this.skipped = new Set([join(office.root, SETTINGS), inbox, refused, outbox, archive, work]);
    this.work = work;
    this.database = office.database;
  }

  /** What vanishes while it is copied has moved on, to where it is copied later. */
  async copyTree(from: string, to: string): Promise<void> {
    const entries = await onDisk(from, async () => {
      try {
        return await readdir(from);
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return [];
        throw error;
      }
    });
    await onDisk(to, () => mkdir(to, { recursive: true }));
    for (const name of entries.sort()) {
      const path = join(from, name);
      if (this.skipped.has(path) || path.startsWith(this.database) || (name === LOCK && isWithin(this.work, path))) continue;
      await this.copyEntry(path, join(to, name));
    }
    await onDisk(to, () => syncFolder(to));
  }

  /** Removes from a copied tree what its source no longer has. */
  async dropGone(from: string, to: string): Promise<void> {
    const there = new Map((await onDisk(from, () => readdir(from, { withFileTypes: true }))).map((entry) => [entry.name, entry]));
    for (const entry of await onDisk(to, () => readdir(to, { withFileTypes: true }))) {
      const source = there.get(entry.name);
      if (source === undefined) await remove(join(to, entry.name));
      else if (source.isDirectory() && entry.isDirectory()) await this.dropGone(join(from, entry.name), join(to, entry.name));
    }
  }

  private async copyEntry(from: string, to: string): Promise<void> {
    const stats = await onDisk(from, () => lstat(from).catch(ifGone(null)));
    if (stats === null) return;
    if (stats.isDirectory()) return this.copyTree(from, to);
    const look = fingerprint(stats);
    if (this.seen.get(from) === look) return;
    if (!stats.isFile() && !stats.isSymbolicLink()) {
      this.leftOut.push(from);
      return;
    }
    const isCopied = stats.isSymbolicLink() ? await copyLink(from, to) : await copyExactly(from, to);
    if (!isCopied) return;
    this.seen.set(from, look);
    this.files += 1;
    this.bytes += stats.size;
  }
}

function fingerprint({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

function ifGone<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (errorCode(error) === 'ENOENT') return instead;
    throw error;
  };
}
