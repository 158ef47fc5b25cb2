import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { onDisk } from '../files/file-faults.js';
import { type Digest, sha256 } from '../model/digest.js';
import { JOURNAL_ROOT, type JournalLine, journalHash } from '../model/journal.js';
import type { Office } from '../model/office.js';
import type { Journal, Problem } from '../model/ports.js';
import { lostLines } from './lost-lines.js';
import { officePath } from './office-path.js';
import type { ArchiveRecord } from './record.js';

/** Holds what lies in the archive against the journal, line by line. */
export interface JournalLedger {
  holdRecord(path: string, record: ArchiveRecord): void;
  holdYearlyFile(file: string): Promise<void>;
  /** The record of this act cannot be read, as was said: its lines are not missed once more. */
  excuse(path: string): void;
  /** The chain is whole but for lines that a rebuild has declared lost; every line lies once in its record or yearly file, as the journal has it. */
  problems(): Promise<Problem[]>;
}

export async function journalLedger(office: Office, journal: Journal): Promise<JournalLedger> {
  const { texts, settledAt, broken } = await readChain(journal);
  const problems: Problem[] = [...broken];
  const found = new Set<number>();
  const excused = new Set<string>();
  const pathOfClaim = new Map<string, string>();
  const differs = (path: string, message: string): void => {
    excused.add(path);
    problems.push({ code: 'journal-differs', path, message });
  };
  /** Whether this text is the journal's line of that number, seen for the first time. */
  const hold = (path: string, line: JournalLine, text: string): boolean => {
    if (texts.get(line.seq) !== sha256(text)) differs(path, `line ${line.seq} is not the journal's`);
    else if (found.has(line.seq)) differs(path, `line ${line.seq} lies in the archive twice`);
    else {
      found.add(line.seq);
      return true;
    }
    return false;
  };
  const missing = async (): Promise<Problem[]> => {
    const waiting = await journal.waiting();
    if ([...texts.keys()].every((seq) => found.has(seq) || waiting.has(seq))) return [];
    const lost = new Map<string, number[]>();
    for await (const { seq, at, claim } of journal.lines()) {
      if (found.has(seq) || waiting.has(seq) || !texts.has(seq)) continue;
      const path = pathOfClaim.get(claim ?? '') ?? officePath(office, `${office.folders.archive}/journal/${at.slice(0, 4)}.jsonl`);
      lost.set(path, [...(lost.get(path) ?? []), seq]);
    }
    return [...lost]
      .filter(([path]) => !excused.has(path))
      .map(([path, seqs]) => ({ code: 'journal-missing', path, message: `lines of the journal that should lie here: ${seqs.join(', ')}` }));
  };

  for await (const { claim, step, act } of journal.lines()) {
    if (step === 'filed' && claim !== null && act !== null) pathOfClaim.set(claim, recordPath(office, act));
  }
  return {
    holdRecord(folder, { journal: lines }) {
      const path = `${folder}/record.json`;
      const wrong = lines.some((line, index) => !hold(path, line, JSON.stringify(line)) || line.seq <= (lines[index - 1]?.seq ?? 0));
      if (wrong && !excused.has(path)) differs(path, 'the lines of the journal stand in another order');
    },
    async holdYearlyFile(file) {
      const path = officePath(office, file);
      const text = await onDisk(file, () => readFile(file, 'utf8'));
      if (text === '' || !text.endsWith('\n')) differs(path, 'its last line has no end');
      const inClaim = new Map<string, number>();
      let highest = 0;
      for (const raw of text.split('\n').slice(0, -1)) {
        const line = parseLine(raw);
        if (line === undefined) {
          differs(path, 'a line is not one of a journal');
          continue;
        }
        if (!hold(path, line, raw)) continue;
        if (line.at.slice(0, 4) !== basename(file, '.jsonl')) differs(path, `line ${line.seq} is of another year`);
        const settled = settledAt.get(line.claim ?? '') ?? 0;
        // Lines are added when their claim has come to its end: only then one may follow another of a higher number.
        if (line.seq < highest && (settled < highest || line.seq < (inClaim.get(line.claim ?? '') ?? 0)))
          differs(path, `line ${line.seq} stands out of its order`);
        highest = Math.max(highest, line.seq);
        inClaim.set(line.claim ?? '', line.seq);
      }
    },
    excuse: (path) => void excused.add(path).add(`${path}/record.json`),
    problems: async () => [...problems, ...(await missing())],
  };
}

interface Chain {
  /** Digest of each line as it is written to a file. */
  readonly texts: ReadonlyMap<number, Digest>;
  /** Where each refused or receipted claim came to its end. */
  readonly settledAt: ReadonlyMap<string, number>;
  readonly broken: readonly Problem[];
}

async function readChain(journal: Journal): Promise<Chain> {
  const texts = new Map<number, Digest>();
  const settledAt = new Map<string, number>();
  const wrong: number[] = [];
  const holes: number[] = [];
  const declared = new Set<number>();
  let last: Pick<JournalLine, 'seq' | 'hash'> = { seq: 0, hash: JOURNAL_ROOT };
  for await (const line of journal.lines()) {
    for (let seq = last.seq + 1; seq < line.seq; seq += 1) holes.push(seq);
    if (journalHash(line) !== line.hash || (line.seq === last.seq + 1 && line.prev !== last.hash)) wrong.push(line.seq);
    for (const seq of lostLines(line)) declared.add(seq);
    if (line.claim !== null && (line.step === 'refused' || line.step === 'duplicate')) settledAt.set(line.claim, line.seq);
    texts.set(line.seq, sha256(JSON.stringify(line)));
    last = line;
  }
  const undeclared = holes.filter((seq) => !declared.has(seq));
  return {
    texts,
    settledAt,
    broken: [
      ...wrong.map((seq) => ({ code: 'journal-broken', path: `journal/${seq}`, message: 'the chain does not hold at this line' })),
      ...undeclared.map((seq) => ({ code: 'journal-broken', path: `journal/${seq}`, message: 'this line is gone from the journal' })),
    ],
  };
}

/** `decision/2021/12/1` is `archive/2021/decision/12-1/record.json`. */
function recordPath(office: Office, act: string): string {
  const [series, year, ...number] = act.split('/');
  return `${officePath(office, office.folders.archive)}/${year}/${series}/${number.join('-')}/record.json`;
}

function parseLine(text: string): JournalLine | undefined {
  try {
    const line = JSON.parse(text) as Partial<JournalLine> | null;
    return typeof line?.seq === 'number' && typeof line.at === 'string' ? (line as JournalLine) : undefined;
  } catch {
    return undefined;
  }
}
