import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { makeEmptyFolder, makeFolder, moveDurably, remove, syncFolder } from '../files/durable-files.js';
import { onDisk } from '../files/file-faults.js';
import { archiveTree } from '../filing/archive-tree.js';
import { unsoundRecords } from '../filing/rebuild.js';
import { readActRecord, type VerifyPdf, verifyFiles } from '../filing/verify-act.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import type { Problem } from '../model/ports.js';
import { lockOffice } from '../store/process-lock.js';
import { checkBag, copyPayload, isBag } from '../transfer/bag.js';
import { readOffice } from './office-here.js';
import { openOfficeStore } from './opened-office.js';
import { type Rebuilding, rebuildOffices } from './rebuilding.js';

/**
 * Puts the archive that a transfer package holds into an office that has none yet, and makes its index from that. A package that is broken, or
 * holds something else than its records say, is refused and nothing is changed. Faults `usage` where the office has documents, and those of `rebuildOffices`.
 */
export async function restoreFromBag(directory: string, bag: string): Promise<Rebuilding> {
  const office = await readOffice(directory);
  const problems = await checkBag(resolve(bag));
  if (problems.length > 0) return { rebuilt: null, problems, aside: null };
  await demandEmpty(office);
  const lock = await lockOffice(office.folders.work);
  try {
    const unsound = await unpack(resolve(bag), office);
    if (unsound.length > 0) return { rebuilt: null, problems: unsound, aside: null };
  } finally {
    await lock.release();
  }
  return rebuildOffices([directory]);
}

/** What is wrong with a transfer package; undefined for a folder that is none. */
export async function verifyPackage(
  folder: string,
): Promise<{ readonly valid: boolean; readonly problems: readonly Problem[]; readonly signatures: readonly never[] } | undefined> {
  if (!(await isBag(folder))) return undefined;
  const problems = await checkBag(folder);
  return { valid: problems.length === 0, problems, signatures: [] };
}

async function demandEmpty(office: Office): Promise<void> {
  const { acts, yearly } = await archiveTree(office);
  const store = await openOfficeStore(office);
  const isEmpty = await store.isEmpty().finally(() => store.close());
  if (acts.length > 0 || yearly.length > 0 || !isEmpty)
    throw new Fault(
      'usage',
      `${office.root} has documents or a journal: a package is restored into an office that has none (regesta init)`,
    );
}

/** Everything is on this disk, and is what the records say, before anything of it is in its place; what keeps it from that, and then nothing is. */
async function unpack(bag: string, office: Office): Promise<Problem[]> {
  const root = join(office.folders.work, 'restoring');
  const staged = join(root, 'data', 'archive');
  await makeEmptyFolder(root);
  await copyPayload(bag, 'archive', staged);
  const problems = await unsoundArchive({ ...office, root, folders: { ...office.folders, archive: staged } });
  if (problems.length === 0) {
    await makeFolder(office.folders.archive);
    for (const name of (await onDisk(staged, () => readdir(staged))).sort())
      await moveDurably(join(staged, name), join(office.folders.archive, name));
  }
  await remove(root);
  await syncFolder(dirname(root));
  return problems;
}

/** A package may be made by anybody: its manifests tell that it came whole, its records that it holds what was filed. */
async function unsoundArchive(office: Office): Promise<Problem[]> {
  const { acts } = await archiveTree(office);
  if (acts.length === 0) return [{ code: 'bag-empty', path: 'data/archive', message: 'holds no act' }];
  const problems = await unsoundRecords(office);
  for (const folder of acts) {
    const { record } = await readActRecord(office, folder);
    if (record !== undefined) problems.push(...(await verifyFiles(office, folder, record, NO_SIGNATURES)).problems);
  }
  return distinct(problems);
}

/** Signatures are verified with the index, when it is made. */
const NO_SIGNATURES: VerifyPdf = () => ({ signatures: [], problems: [] });

function distinct(problems: readonly Problem[]): Problem[] {
  const told = new Map(problems.map((problem) => [`${problem.code} ${problem.path}`, problem]));
  return [...told.values()];
}
