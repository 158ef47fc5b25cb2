import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { JOURNAL_ROOT, type JournalLine, journalHash } from '../model/journal.js';
import type { Office } from '../model/office.js';
import type { Journal, Problem } from '../model/ports.js';
import { officePath } from './filing.js';
import { readJournalFile } from './journal-file.js';
import type { ArchiveRecord } from './record.js';

/** The chain of the journal is whole, and every line that lies in a record or a yearly file is the journal's own. */
export async function verifyJournal(office: Office, journal: Journal, records: readonly ArchiveRecord[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  const hashes = new Map<number, string>();
  let prev = JOURNAL_ROOT;
  let seq = 0;
  for await (const line of journal.lines()) {
    seq += 1;
    if (line.seq !== seq || line.prev !== prev || journalHash(line) !== line.hash) {
      problems.push({ code: 'journal-broken', path: `journal/${line.seq}`, message: 'the chain does not hold at this line' });
    }
    prev = line.hash;
    seq = line.seq;
    hashes.set(line.seq, line.hash);
  }
  const compare = (line: JournalLine | undefined, path: string): void => {
    if (line !== undefined && hashes.get(line.seq) === line.hash && journalHash(line) === line.hash) return;
    problems.push({
      code: 'journal-differs',
      path,
      message: line === undefined ? 'a line is not JSON' : `line ${line.seq} is not the journal's`,
    });
  };
  for (const record of records) {
    const path = `archive/${record.year}/${record.series}/${record.number.replaceAll('/', '-')}/record.json`;
    for (const line of record.journal) compare(line, path);
  }
  for (const file of await yearlyFiles(join(office.folders.archive, 'journal'))) {
    for (const line of await readJournalFile(file)) compare(line, officePath(office, file));
  }
  return problems;
}

async function yearlyFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  return names.sort().map((name) => join(folder, name));
}
