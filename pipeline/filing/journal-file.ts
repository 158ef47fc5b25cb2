import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, syncFolder } from '../files/durable-files.js';
import type { JournalLine } from '../model/journal.js';
import type { Journal } from '../model/ports.js';

/**
 * Writes the journal lines that belong to no filed act (refusals, receipts, starts) to `archive/journal/<year>.jsonl`, so that the
 * whole chain can be read without the database. Run again after a crash it repeats no line and drops a torn last one.
 */
export async function placeJournalLines(journal: Journal, archive: string): Promise<void> {
  const waiting = await journal.unplaced();
  if (waiting.length === 0) return;
  const folder = join(archive, 'journal');
  await makeFolder(folder);
  for (const [year, lines] of byYear(waiting)) await appendLines(join(folder, `${year}.jsonl`), lines);
  await syncFolder(folder);
  await journal.markPlaced(waiting.map((line) => line.seq));
}

/** The lines of one yearly file; undefined stands for a line that is not JSON. */
export async function readJournalFile(path: string): Promise<(JournalLine | undefined)[]> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '';
    throw cause;
  });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(parseLine);
}

function parseLine(text: string): JournalLine | undefined {
  try {
    return JSON.parse(text) as JournalLine;
  } catch {
    return undefined;
  }
}

function byYear(lines: readonly JournalLine[]): Map<string, JournalLine[]> {
  const years = new Map<string, JournalLine[]>();
  for (const line of lines) years.set(line.at.slice(0, 4), [...(years.get(line.at.slice(0, 4)) ?? []), line]);
  return years;
}

async function appendLines(path: string, lines: readonly JournalLine[]): Promise<void> {
  const present = await readJournalFile(path);
  const last = present.at(-1);
  const known = new Set(present.map((line) => line?.seq));
  const added = lines.filter((line) => !known.has(line.seq)).map((line) => `${JSON.stringify(line)}\n`);
  const file = await open(path, 'a+');
  try {
    if (present.length > 0 && last === undefined) await file.truncate(await endOfLastWholeLine(path));
    await file.appendFile(added.join(''));
    await file.sync();
  } finally {
    await file.close();
  }
}

async function endOfLastWholeLine(path: string): Promise<number> {
  return (await readFile(path)).lastIndexOf(0x0a) + 1;
}
