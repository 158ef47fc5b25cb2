import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { Office } from '../model/office.js';
import type { Problem, RegisterRow, SignatureReport, Store } from '../model/ports.js';
import { actFolder, officePath } from './filing.js';
import { type ArchiveRecord, recordDigest, recordText } from './record.js';
import { verifyJournal } from './verify-journal.js';
import { numberProblems } from './verify-numbers.js';

/** Judges the signatures of one PDF; `file` is its name in what it says. */
export type VerifyPdf = (
  bytes: Buffer,
  file: string,
) => { readonly signatures: readonly SignatureReport[]; readonly problems: readonly Problem[] };

export interface Verdict {
  readonly valid: boolean;
  readonly problems: readonly Problem[];
  readonly signatures: readonly SignatureReport[];
}

/**
 * Holds the whole archive against its records, the register and the journal: every file's digest, nothing missing or added, revisions and
 * signatures of every PDF, numbers without gap or repeat, the chain of the journal. An untrusted signature is a problem.
 */
export async function verifyArchive(office: Office, store: Store, verifyPdf: VerifyPdf): Promise<Verdict> {
  const problems: Problem[] = (await store.integrity()).map((message) => ({
    code: 'database',
    path: officePath(office, office.database),
    message,
  }));
  const signatures: SignatureReport[] = [];
  const records: ArchiveRecord[] = [];
  const rows = await store.register.list({});
  const filed = new Map(rows.filter(isOnDisk).map((row) => [row.path, row]));
  for (const folder of await actFolders(office.folders.archive)) {
    const path = officePath(office, folder);
    const record = await readRecord(folder, path, problems);
    if (record === undefined) continue;
    records.push(record);
    problems.push(...registerProblems(office, folder, path, record, filed.get(path)));
    filed.delete(path);
    const pdf = await verifyFiles(folder, path, record, problems);
    if (pdf === undefined) continue;
    problems.push(...revisionProblems(pdf, `${path}/act.pdf`, record));
    const judged = verifyPdf(pdf, `${path}/act.pdf`);
    problems.push(...judged.problems);
    signatures.push(...judged.signatures);
    problems.push(...untrusted(judged.signatures));
  }
  for (const path of filed.keys())
    problems.push({ code: 'act-missing', path, message: 'the register says it is filed, the folder is not there' });
  problems.push(...numberProblems(office, rows));
  problems.push(...(await verifyJournal(office, store.journal, records)));
  return { valid: problems.length === 0, problems, signatures };
}

/** Folders of acts, `<archive>/<year>/<series>/<number>`, in order of name; whatever else lies in the archive is found by its absence here. */
async function actFolders(archive: string): Promise<string[]> {
  const folders: string[] = [];
  for (const year of await subFolders(archive, /^\d{4}$/)) {
    for (const series of await subFolders(year, /./)) folders.push(...(await subFolders(series, /./)));
  }
  return folders;
}

async function subFolders(folder: string, name: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && name.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort();
}

async function readRecord(folder: string, path: string, problems: Problem[]): Promise<ArchiveRecord | undefined> {
  try {
    const text = await readFile(join(folder, 'record.json'), 'utf8');
    const record = JSON.parse(text) as ArchiveRecord;
    if (record.format !== 'regesta-record-1') {
      problems.push({ code: 'record-format', path: `${path}/record.json`, message: 'not a record of a format that this version knows' });
      return undefined;
    }
    const filed = record.journal.find((line) => line.step === 'filed');
    if (recordText(record) !== text || filed?.detail['record'] !== recordDigest(record)) {
      problems.push({ code: 'record-changed', path: `${path}/record.json`, message: 'it does not say what the journal says was filed' });
    }
    return record;
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    problems.push({
      code: missing ? 'file-missing' : 'record-unreadable',
      path: `${path}/record.json`,
      message: missing ? 'the act has no record' : 'not JSON',
    });
  }
  return undefined;
}

function isOnDisk(row: RegisterRow): boolean {
  return row.state !== 'registered' && row.state !== 'awaiting-signature' && row.state !== 'destroyed';
}

function registerProblems(office: Office, folder: string, path: string, record: ArchiveRecord, row: RegisterRow | undefined): Problem[] {
  const problems: Problem[] = [];
  if (actFolder(office, record) !== folder)
    problems.push({ code: 'act-misplaced', path, message: `its record says ${record.series}/${record.year}/${record.number}` });
  if (row === undefined) problems.push({ code: 'act-unregistered', path, message: 'lies in the archive, not in the register' });
  else if (row.date !== record.date || row.title !== record.title || row.ordinal !== record.ordinal) {
    problems.push({ code: 'register-differs', path, message: 'date, title or ordinal differ between register and record' });
  }
  return problems;
}

/** Digest of every recorded file; gives the act's PDF if it is sound. */
async function verifyFiles(folder: string, path: string, record: ArchiveRecord, problems: Problem[]): Promise<Buffer | undefined> {
  const present = new Set(await filesUnder(folder));
  let pdf: Buffer | undefined;
  for (const file of record.files) {
    const at = `${path}/${file.path}`;
    if (!present.delete(file.path)) {
      problems.push({ code: 'file-missing', path: at, message: 'recorded, not there' });
      continue;
    }
    if (file.path === 'act.pdf') pdf = await readFile(join(folder, file.path));
    const digest =
      pdf !== undefined && file.path === 'act.pdf'
        ? createHash('sha256').update(pdf).digest('hex')
        : await digestOf(join(folder, file.path));
    if (digest !== file.sha256) problems.push({ code: 'file-changed', path: at, message: 'its digest is not the recorded one' });
  }
  present.delete('record.json');
  for (const added of present) problems.push({ code: 'file-added', path: `${path}/${added}`, message: 'not recorded' });
  return pdf;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function revisionProblems(pdf: Buffer, path: string, record: ArchiveRecord): Problem[] {
  const last = record.pdf.revisions.at(-1);
  const wrong = record.pdf.revisions.filter(
    (revision) => createHash('sha256').update(pdf.subarray(0, revision.bytes)).digest('hex') !== revision.sha256,
  );
  const problems = wrong.map((revision) => ({
    code: 'revision-changed',
    path,
    message: `its first ${revision.bytes} bytes are not the recorded revision`,
  }));
  return last?.bytes === pdf.length
    ? problems
    : [...problems, { code: 'revision-unrecorded', path, message: `${basename(path)} is longer or shorter than its last revision` }];
}

function untrusted(signatures: readonly SignatureReport[]): Problem[] {
  return signatures
    .filter((signature) => signature.trusted === false)
    .map((signature) => ({
      code: 'signature-untrusted',
      path: signature.file,
      message: `${signature.signer}: no chain to a certificate of signing.trust`,
    }));
}
