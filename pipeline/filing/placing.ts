import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeEmptyFolder, moveDurably, remove, syncFolder, writeDurably } from '../files/durable-files.js';
import { errorCode, fileFault } from '../files/file-faults.js';
import { Fault } from '../model/fault.js';
import type { Held } from '../model/ports.js';
import { type ArchiveRecord, recordText } from './record.js';

/**
 * Puts a whole set, with its record, in an act's place by one rename, within the transaction that indexes it. Fault `archive-collision` if another act
 * lies there. `discarded` is a folder on the same disk that nobody else uses.
 */
export async function place(staged: string, target: string, record: ArchiveRecord, discarded: string, held: Held): Promise<void> {
  await writeDurably(join(staged, 'record.json'), recordText(record));
  await syncFolder(staged);
  await clearUnindexed(target, record, discarded, held);
  await held();
  // Never takes the place of a folder that holds anything.
  await moveDurably(staged, target);
}

/**
 * What lies in an act's place but is not in the index was never filed: a crash came between the rename and the commit. Should another have filed the act
 * between the look at it and the move, it is put back.
 */
async function clearUnindexed(target: string, record: ArchiveRecord, discarded: string, held: Held): Promise<void> {
  const found = await recordIn(target);
  if (found === undefined) return;
  const left = JSON.parse(found) as ArchiveRecord;
  if (left.drop.sha256 !== record.drop.sha256) {
    throw new Fault(
      'archive-collision',
      `${target} already holds another act; is the database older than the archive? Restore it before going on`,
    );
  }
  await makeEmptyFolder(discarded);
  await held();
  await moveDurably(target, join(discarded, 'act'));
  if ((await recordIn(join(discarded, 'act'))) !== found) {
    await moveDurably(join(discarded, 'act'), target);
    throw new Fault('lease-lost', `claim ${record.drop.claim}: another runner has filed it meanwhile`);
  }
  await remove(discarded);
}

async function recordIn(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, 'record.json'), 'utf8');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw fileFault(folder, cause);
  }
}
