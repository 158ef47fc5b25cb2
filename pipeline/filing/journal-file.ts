import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, syncFolder } from '../files/durable-files.js';
import { errorCode, onDisk } from '../files/file-faults.js';
import type { JournalLine } from '../model/journal.js';
import type { Held, Journal } from '../model/ports.js';
import { JOURNAL_FOLDER } from './archive-tree.js';

/**
 * Writes the journal lines that belong to no filed act (refusals, receipts, starts) to `archive/journal/<year>.jsonl`, so that the
 * whole chain can be read without the database. Run again after a crash it repeats no line and drops a torn last one.
 */
export async function placeJournalLines(journal: Journal, archive: string): Promise<void> {
  const folder = join(archive, JOURNAL_FOLDER);
  await journal.place(async (waiting, held) => {
    await makeFolder(folder);
    for (const [year, lines] of byYear(waiting)) await appendLines(join(folder, `${year}.jsonl`), lines, held);
    await syncFolder(folder);
  });
}

/** The whole lines of one yearly file, none if it is not there; a last line that a crash has torn is left out, any other must be one. */
export async function readJournalFile(path: string): Promise<JournalLine[]> {
  return (await readWhole(path)).lines;
}

function byYear(lines: readonly JournalLine[]): Map<string, JournalLine[]> {
  const years = new Map<string, JournalLine[]>();
  for (const line of lines) years.set(line.at.slice(0, 4), [...(years.get(line.at.slice(0, 4)) ?? []), line]);
  return years;
}

async function appendLines(path: string, lines: readonly JournalLine[], held: Held): Promise<void> {
  const present = await readWhole(path);
  const known = new Set(present.lines.map((line) => line.seq));
  const added = lines.filter((line) => !known.has(line.seq)).map((line) => `${JSON.stringify(line)}\n`);
  await onDisk(path, async () => {
    const file = await open(path, 'a+');
    try {
      await held();
      if (present.isTorn) await file.truncate(present.bytes);
      await file.appendFile(added.join(''));
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

interface WholeLines {
  readonly lines: JournalLine[];
  /** Length of the file up to the end of its last whole line. */
  readonly bytes: number;
  /** A crash or a power cut left something after it: a piece of a line, or a block of zeros. */
  readonly isTorn: boolean;
}

/** A line in the middle that is none was not torn by a crash: it stays for `verify` to name. */
async function readWhole(path: string): Promise<WholeLines> {
  const bytes = await bytesOf(path);
  const lines: JournalLine[] = [];
  let end = 0;
  for (let from = 0; ; ) {
    const newline = bytes.indexOf(0x0a, from);
    if (newline < 0) break;
    const line = parseLine(bytes.toString('utf8', from, newline));
    from = newline + 1;
    if (line === undefined) continue;
    lines.push(line);
    end = from;
  }
  return { lines, bytes: end, isTorn: end < bytes.length };
}

async function bytesOf(path: string): Promise<Buffer> {
  return onDisk(path, async () => {
    try {
      return await readFile(path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return Buffer.alloc(0);
      throw error;
    }
  });
}

function parseLine(text: string): JournalLine | undefined {
  try {
    return JSON.parse(text) as JournalLine;
  } catch {
    return undefined;
  }
}
