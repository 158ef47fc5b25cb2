import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, remove, syncFolder, writeDurably } from '../files/durable-files.js';
import { onDisk } from '../files/file-faults.js';
import type { VolumeName } from '../model/case-files.js';
import type { LocalDate } from '../model/date.js';
import type { ActName } from '../model/effect.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import type { ArchiveIndex } from '../model/ports.js';
import { entriesIn } from './archive-tree.js';
import { actFolder, officePath } from './office-path.js';
import { deliveredFolder } from './outbox.js';
import { type ArchiveRecord, recordDigest, recordText } from './record.js';
import { readActRecord } from './verify-act.js';

/** What an act of destruction is to destroy; lies in the work area from before the act is filed until it is carried out. */
export interface Doom {
  readonly by: ActName & { readonly date: LocalDate };
  /** The claim of that act, by which the doom is named. */
  readonly claim: string;
  readonly volumes: readonly DoomedVolume[];
}

/** A volume with the documents in it. */
export interface DoomedVolume extends VolumeName {
  readonly documents: readonly ActName[];
}

const dooms = (office: Office): string => join(office.folders.work, 'destroying');
const RECORD = 'record.json';

/** Keeps what is to be destroyed, once: what was kept for this claim before stands, whatever has been filed since. */
export async function keepDoom(office: Office, doom: Doom): Promise<void> {
  const folder = dooms(office);
  const name = `${doom.claim}.json`;
  await makeFolder(folder);
  if ((await entriesIn(folder)).some((entry) => entry.name === name)) return;
  await writeDurably(join(folder, `${name}.new`), JSON.stringify(doom));
  await onDisk(folder, () => rename(join(folder, `${name}.new`), join(folder, name)));
  await syncFolder(folder);
}

/** What waits to be destroyed, in order of claim. */
export async function keptDooms(office: Office): Promise<Doom[]> {
  const kept = (await entriesIn(dooms(office))).filter(({ name }) => name.endsWith('.json'));
  return Promise.all(
    kept.map(async ({ name }) => {
      const path = join(dooms(office), name);
      return JSON.parse(await onDisk(path, () => readFile(path, 'utf8'))) as Doom;
    }),
  );
}

/** To be called when all of it is destroyed. */
export async function endDoom(office: Office, { claim }: Doom): Promise<void> {
  await remove(join(dooms(office), `${claim}.json`));
  await syncFolder(dooms(office));
}

/**
 * Destroys the files of a filed act, its original, annexes and the copies in the outbox among them, and leaves a record with their digests (R 28.2). Run again
 * after a crash at any instant it goes on: the tombstone is put in place before anything goes, and what is left is removed again. Fault `archive-collision`
 * if its record is not what was filed.
 */
export async function destroyAct(office: Office, index: ArchiveIndex, act: ActName, by: Doom['by']): Promise<void> {
  const folder = actFolder(office, act);
  const { record, problems } = await readActRecord(office, folder);
  if (record === undefined)
    throw new Fault('archive-collision', `${officePath(office, folder)} has no record that can be read; see regesta verify`);
  // A tombstone that the register does not know is of a crash before the commit, and says no more than what is done now.
  if (problems.length > 0 && record.destroyed === undefined)
    throw new Fault('archive-collision', `${officePath(office, folder)} does not say what was filed; see regesta verify`);
  const tombstone: ArchiveRecord = { ...record, destroyed: by };
  const { claim, sha256: drop } = record.drop;
  const detail = { record: recordDigest(tombstone), by: `${by.series}/${by.year}/${by.number}` };
  // An older act, of which there never was more than its record, has no claim that lines could be looked up by.
  const isOlder = record.imported !== undefined;
  await index.destroy(act, { claim: isOlder ? null : claim, who: 'regesta', drop, detail }, async (lines, held) => {
    const known = isOlder ? record.journal.filter(({ step }) => step !== 'destroyed') : [];
    await held();
    await replaceRecord(office, folder, { ...tombstone, journal: [...known, ...lines] });
    await removeFiles(office, folder, record);
  });
}

async function replaceRecord(office: Office, folder: string, record: ArchiveRecord): Promise<void> {
  const beside = join(dooms(office), `${record.series}-${record.year}-${record.ordinal}.record`);
  await makeFolder(dooms(office));
  await writeDurably(beside, recordText(record));
  await onDisk(folder, () => rename(beside, join(folder, RECORD)));
  await syncFolder(folder);
}

async function removeFiles(office: Office, folder: string, record: ArchiveRecord): Promise<void> {
  for (const name of await onDisk(folder, () => readdir(folder))) if (name !== RECORD) await remove(join(folder, name));
  await syncFolder(folder);
  await remove(deliveredFolder(office, record));
}
