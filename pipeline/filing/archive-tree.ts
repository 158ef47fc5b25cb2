import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, onDisk } from '../files/file-faults.js';
import type { Office } from '../model/office.js';
import type { Problem } from '../model/ports.js';
import { officePath } from './office-path.js';

/** What lies in an archive: folders of acts, yearly files of the journal, and whatever does not belong there. Paths are absolute, sorted. */
export interface ArchiveTree {
  readonly acts: readonly string[];
  readonly yearly: readonly string[];
  /** Folders `<year>/` and `<year>/<series>/` without an act in them. */
  readonly empty: readonly string[];
  readonly strays: readonly Problem[];
}

export const JOURNAL_FOLDER = 'journal';
const YEAR = /^\d{4}$/;
const YEARLY_FILE = /^\d{4}\.jsonl$/;

/** Walks `<archive>/<year>/<series>/<number>` and `<archive>/journal/<year>.jsonl`; links are never followed. */
export async function archiveTree(office: Office): Promise<ArchiveTree> {
  const { archive } = office.folders;
  const tree = { acts: [] as string[], yearly: [] as string[], empty: [] as string[], strays: [] as Problem[] };
  const stray = (entry: Dirent): void => {
    tree.strays.push(strayProblem(entry, officePath(office, join(entry.parentPath, entry.name))));
  };
  /** Folders in a folder; what is none, or has another name, is astray. */
  const folders = async (folder: string, name: RegExp): Promise<string[]> => {
    const entries = await entriesIn(folder);
    for (const entry of entries) if (!entry.isDirectory() || !name.test(entry.name)) stray(entry);
    const found = entries.filter((entry) => entry.isDirectory() && name.test(entry.name)).map((entry) => join(folder, entry.name));
    if (found.length === 0 && folder !== archive) tree.empty.push(folder);
    return found;
  };

  for (const year of await folders(archive, /^(\d{4}|journal)$/)) {
    if (!YEAR.test(year.slice(archive.length + 1))) continue;
    for (const series of await folders(year, /./)) tree.acts.push(...(await folders(series, /./)));
  }
  for (const entry of await entriesIn(join(archive, JOURNAL_FOLDER))) {
    if (entry.isFile() && YEARLY_FILE.test(entry.name)) tree.yearly.push(join(archive, JOURNAL_FOLDER, entry.name));
    else stray(entry);
  }
  return tree;
}

/** A problem that names what lies where nothing of the kind should. */
export function strayProblem(entry: Dirent, path: string): Problem {
  if (entry.isDirectory()) return { code: 'folder-added', path, message: 'no folder of ours has this name here' };
  if (entry.isFile()) return { code: 'file-added', path, message: 'not recorded' };
  return { code: 'not-a-file', path, message: 'a link or a device, not a file' };
}

/** What lies in a folder, sorted by name; nothing if it is not there. */
export async function entriesIn(folder: string): Promise<Dirent[]> {
  return onDisk(folder, async () => {
    try {
      return (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  });
}
