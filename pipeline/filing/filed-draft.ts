import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onDisk } from '../files/file-faults.js';
import type { ArchiveRecord } from './record.js';

/** The draft in an act's folder; undefined if there is none, as beside the record of an older act. */
export async function filedDraft(folder: string, record: ArchiveRecord): Promise<{ name: string; bytes: Buffer } | undefined> {
  const name = record.files.map((file) => file.path).find((path) => /^draft\.[a-z]+$/.test(path));
  if (name === undefined || !(await onDisk(folder, () => readdir(folder))).includes(name)) return undefined;
  return { name, bytes: await onDisk(folder, () => readFile(join(folder, name))) };
}
