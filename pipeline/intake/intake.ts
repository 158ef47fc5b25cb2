import { constants, lstat, open } from 'node:fs/promises';
import { onDisk } from '../files/file-faults.js';
import { sha256 } from '../model/digest.js';
import type { ReadDraft } from '../model/draft.js';
import type { Drop } from '../model/drop.js';
import { Fault } from '../model/fault.js';
import { type Finding, ruleId } from '../model/finding.js';
import type { IntakeLimits } from '../model/office.js';
import { accepted, type Outcome, refused, type Stage } from '../model/outcome.js';
import type { Arrival } from './inbox-scan.js';
import { type Reading, tooLargeFinding } from './reading.js';
import { hasSureEnd } from './sure-end.js';

export interface Intake {
  readonly stage: Stage<Drop, ReadDraft>;
  /** False for a dropped file that merely breaks off, so that more of it may still come. What cannot be opened counts as whole: claiming it will tell why. */
  isWhole(arrival: Arrival): Promise<boolean>;
  /** The bytes of a refused drop for the report's excerpts; nothing of what is no regular file or past the limit, for that is never opened. */
  excerptSource(drop: Drop): Promise<Buffer | null>;
}

/** From a claimed drop to its draft. A folder, a link, or anything else that is no regular file is refused without being opened. */
export function intake({ read }: Reading, limits: IntakeLimits): Intake {
  return {
    stage: { name: 'intake', run: (drop) => readDrop(read, limits, drop) },
    async isWhole({ path, name }) {
      const bytes = await bytesOf(path, limits.fileBytes).catch(() => null);
      if (bytes === null || hasSureEnd(name, bytes, limits)) return true;
      try {
        const outcome = await read({ name, bytes });
        return outcome.readable || !outcome.broken;
      } catch {
        // Watching goes on whatever a file does to the reader: the same failure comes again under the file's claim, where it is logged.
        return true;
      }
    },
    excerptSource: ({ path }) => bytesOf(path, limits.fileBytes).catch(() => null),
  };
}

async function readDrop(read: Reading['read'], limits: IntakeLimits, drop: Drop): Promise<Outcome<ReadDraft>> {
  const stats = await onDisk(drop.path, () => lstat(drop.path));
  if (stats.isDirectory()) return refused([folderFinding(drop.name)]);
  if (!stats.isFile()) return refused([linkFinding(drop.name)]);
  const bytes = await onDisk(drop.path, () => bytesOf(drop.path, limits.fileBytes));
  if (bytes === null) return refused([tooLargeFinding(drop.name, stats.size, limits.fileBytes)]);
  if (sha256(bytes) !== drop.sha256) throw new Fault('file-gone', `Bytes have changed since they were claimed: ${drop.path}`);
  const outcome = await read({ name: drop.name, bytes });
  return outcome.readable ? accepted({ drop, draft: outcome.draft, flaws: outcome.flaws }) : refused(outcome.findings);
}

/** The bytes of a regular file, a link never followed; null if there are more than `most`. */
async function bytesOf(path: string | Buffer, most: number): Promise<Buffer | null> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    return stats.isFile() && stats.size <= most ? await file.readFile() : null;
  } finally {
    await file.close();
  }
}

function folderFinding(name: string): Finding {
  return finding(
    name,
    'T-folder',
    'До теки вхідних поклали папку',
    'окремий файл .xml, .json або .zip',
    'Подайте самі файли; проєкт із файлами додатків — одним ZIP.',
  );
}

function linkFinding(name: string): Finding {
  return finding(
    name,
    'T-link',
    'Це не файл, а посилання (ярлик) або пристрій',
    'звичайний файл .xml, .json або .zip',
    'Скопіюйте до теки сам файл.',
  );
}

function finding(file: string, rule: string, message: string, expected: string, hint: string): Finding {
  return {
    file,
    rule: ruleId(rule),
    clause: null,
    severity: 'refuse',
    message,
    expected,
    hint,
    at: { pointer: '', line: null, column: null },
  };
}
