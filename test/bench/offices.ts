import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeOffice } from '../../pipeline/wiring/making.js';
import { pageWords } from '../rendering/pdf-text.js';
import { runRegesta } from './processes.js';

/** The demonstration office gives this number first. */
export const FIRST_NUMBER = 27;

/** A demonstration office in an empty folder, as `init --demo` makes it, with these files in its inbox. */
export async function officeWith(folder: string, drops: readonly (readonly [name: string, bytes: string | Buffer])[]): Promise<string> {
  const root = await makeOffice(join(folder, 'office'), true);
  for (const [name, bytes] of drops) await writeFile(join(root, 'inbox', name), bytes);
  return root;
}

/** Drafts with the names they are dropped under. */
export function named(drafts: readonly string[]): [string, string][] {
  return drafts.map((draft, index) => [`${index + 1}.json`, draft]);
}

interface Registered {
  readonly ordinal: number;
  readonly state: string;
  readonly path: string;
}

/** The register of an office as the command line tells it. */
export async function registerOf(root: string): Promise<Registered[]> {
  return JSON.parse((await runRegesta(['register', root, '--json'])).output) as Registered[];
}

/** Rejects unless the archive verifies, and holds so many acts with numbers that follow one another. */
export async function proveFilled(root: string, acts: number): Promise<void> {
  const rows = await registerOf(root);
  const wrong = rows.find(({ ordinal, state }, index) => ordinal !== FIRST_NUMBER + index || state !== 'filed');
  if (wrong !== undefined || rows.length !== acts)
    throw new Error(`${rows.length} acts instead of ${acts}, or one that is not as it should be: ${JSON.stringify(wrong)}`);
  await runRegesta(['verify', root]);
}

/** Rejects unless the PDF has so many pages, as another program counts them; gives their number. */
export async function provePages(pdf: Buffer, least: number, most = Number.MAX_SAFE_INTEGER): Promise<number> {
  const pages = (await pageWords(pdf)).length;
  if (pages < least || pages > most) throw new Error(`the PDF has ${pages} pages, not ${least} … ${most}`);
  return pages;
}

/** A file of a filed act. */
export function filedFile(root: string, { path }: Registered, name: string): Promise<Buffer> {
  return readFile(join(root, path, name));
}

/** How many files a folder holds, and their bytes. */
export async function sizeOf(folder: string): Promise<{ readonly files: number; readonly bytes: number }> {
  const entries = (await readdir(folder, { withFileTypes: true, recursive: true })).filter((entry) => entry.isFile());
  const sizes = await Promise.all(entries.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size));
  return { files: entries.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
