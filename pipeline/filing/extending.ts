import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeEmptyFolder, syncFolder, writeDurably } from '../files/durable-files.js';
import { errorCode, onDisk } from '../files/file-faults.js';
import type { Evidence, Revision } from '../model/act.js';
import { type Digest, sha256 } from '../model/digest.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import type { ArchiveIndex, Journal } from '../model/ports.js';
import { entriesIn } from './archive-tree.js';
import { actFolder } from './office-path.js';
import { type ArchiveRecord, recordDigest, recordText } from './record.js';

/** What was appended to the PDF of a filed act. */
export interface Extension {
  /** The filed bytes are its prefix. */
  readonly bytes: Buffer;
  readonly revisions: readonly Revision[];
  readonly evidence: Evidence;
}

const PDF = 'act.pdf';
const RECORD = 'record.json';
/** The record as it was; once this lies there, which it does by a rename, all that is needed to go forward or back does. */
const BEFORE = 'before.json';

/** Where extensions are made ready; within it a folder an act. */
export const extendingFolder = (office: Office): string => join(office.folders.work, 'extending');

/**
 * Puts a longer PDF and a record that says so in the place of a filed act's, within the transaction that notes it in the journal. Whatever
 * comes between leaves both old or, once `settleExtensions` has run, both old or both new. Fault `archive-collision` if what lies there is not
 * what the record says, for then nothing may be appended.
 */
export async function extendAct(
  office: Office,
  index: ArchiveIndex,
  journal: Journal,
  record: ArchiveRecord,
  extension: Extension,
): Promise<void> {
  const folder = actFolder(office, record);
  const { bytes, revisions, evidence } = extension;
  const filed = await readFiled(folder, record);
  if (!bytes.subarray(0, filed.length).equals(filed)) throw new Error('an extension must begin with the filed bytes');
  const digest = sha256(bytes);
  const longer: ArchiveRecord = {
    ...record,
    files: record.files.map((file) => (file.path === PDF ? { ...file, bytes: bytes.length, sha256: digest } : file)),
    pdf: { ...record.pdf, ...evidence, revisions: [...record.pdf.revisions, ...revisions] },
  };
  const staged = join(extendingFolder(office), `${record.series}-${record.year}-${record.ordinal}`);
  await makeEmptyFolder(staged);
  await writeDurably(join(staged, PDF), bytes);
  const { claim, sha256: drop } = record.drop;
  const detail = { record: recordDigest(longer), pdf: digest, level: evidence.level, revisions: longer.pdf.revisions.length };
  try {
    await index.extend(record, { claim, who: 'regesta', drop, detail }, async (lines, held) => {
      await writeDurably(join(staged, RECORD), recordText({ ...longer, journal: lines }));
      await writeDurably(join(staged, `${BEFORE}.new`), recordText(record));
      await onDisk(staged, () => rename(join(staged, `${BEFORE}.new`), join(staged, BEFORE)));
      await syncFolder(staged);
      await held();
      await put(staged, folder);
    });
  } catch (problem) {
    await settle(office, journal, staged);
    throw problem;
  }
  await onDisk(staged, () => rm(staged, { recursive: true, force: true }));
}

/** Whether an extension is under way, or was left half-done. */
export async function hasExtensions(office: Office): Promise<boolean> {
  return (await begun(office)).length > 0;
}

/** Takes extensions that a crash left half-done forward if the journal has them, back if not. To be called while nobody else extends. */
export async function settleExtensions(office: Office, journal: Journal): Promise<void> {
  for (const name of await begun(office)) await settle(office, journal, join(extendingFolder(office), name));
}

async function begun(office: Office): Promise<string[]> {
  return (await entriesIn(extendingFolder(office))).filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function settle(office: Office, journal: Journal, staged: string): Promise<void> {
  const before = await textIn(staged, BEFORE);
  if (before !== undefined) {
    const old = JSON.parse(before) as ArchiveRecord;
    const longer = JSON.parse((await textIn(staged, RECORD)) ?? '') as ArchiveRecord;
    const folder = actFolder(office, old);
    if (await isNoted(journal, longer)) await put(staged, folder);
    else await putBack(staged, folder, old);
  }
  await onDisk(staged, () => rm(staged, { recursive: true, force: true }));
}

async function isNoted(journal: Journal, record: ArchiveRecord): Promise<boolean> {
  const last = record.journal.at(-1);
  for await (const { seq, hash } of journal.lines()) if (seq === last?.seq) return hash === last.hash;
  return false;
}

/** Puts copies in place, so that it can be done again. */
async function put(staged: string, folder: string): Promise<void> {
  for (const name of [PDF, RECORD]) await replace(staged, join(folder, name), await onDisk(staged, () => readFile(join(staged, name))));
}

async function putBack(staged: string, folder: string, old: ArchiveRecord): Promise<void> {
  const { bytes, sha256: digest } = pdfOf(old);
  const found = await onDisk(folder, () => readFile(join(folder, PDF)));
  const prefix = found.subarray(0, bytes);
  if (found.length > bytes && sha256(prefix) === digest) await replace(staged, join(folder, PDF), prefix);
  if ((await textIn(folder, RECORD)) !== recordText(old)) await replace(staged, join(folder, RECORD), recordText(old));
}

async function replace(staged: string, path: string, bytes: Buffer | string): Promise<void> {
  const beside = join(staged, 'placing');
  await writeDurably(beside, bytes);
  await onDisk(path, async () => {
    await rename(beside, path);
    await syncFolder(dirname(path));
  });
}

/** The PDF of a filed act, byte for byte as recorded. */
export async function readFiled(folder: string, record: ArchiveRecord): Promise<Buffer> {
  const bytes = await onDisk(folder, () => readFile(join(folder, PDF)));
  if (sha256(bytes) === pdfOf(record).sha256) return bytes;
  throw new Fault('archive-collision', `${join(folder, PDF)} is not what its record says; see regesta verify`);
}

function pdfOf({ files }: ArchiveRecord): { readonly bytes: number; readonly sha256: Digest } {
  const found = files.find((file) => file.path === PDF);
  if (found === undefined) throw new Fault('archive-collision', 'a record names no act.pdf; see regesta verify');
  return found;
}

async function textIn(folder: string, name: string): Promise<string | undefined> {
  return onDisk(join(folder, name), async () => {
    try {
      return await readFile(join(folder, name), 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  });
}

/** Makes the folder in which extensions are made ready. */
export async function makeExtendingFolder(office: Office): Promise<string> {
  await onDisk(extendingFolder(office), () => mkdir(extendingFolder(office), { recursive: true }));
  return extendingFolder(office);
}
