import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { errorCode, onDisk } from '../files/file-faults.js';
import type { JournalStep } from '../model/journal.js';
import type { Office } from '../model/office.js';
import type { Problem, RegisterRow, SignatureReport } from '../model/ports.js';
import { entriesIn, strayProblem } from './archive-tree.js';
import { actFolder, officePath } from './office-path.js';
import { type ArchiveRecord, type RecordedFile, recordDigest, recordText } from './record.js';

/** Judges the signatures of one PDF; `file` is its name in what it says. */
export type VerifyPdf = (
  bytes: Buffer,
  file: string,
) => { readonly signatures: readonly SignatureReport[]; readonly problems: readonly Problem[] };

/** Steps whose line in the journal has the digest of the record as it was then. */
const STEPS: ReadonlySet<JournalStep> = new Set(['filed', 'imported', 'extended', 'destroyed']);

/** The record of an act's folder, if it can be read, and what is wrong with it. A record says what the last of the journal's lines `filed`, `imported`, `extended` and `destroyed` has the digest of. */
export async function readActRecord(office: Office, folder: string): Promise<{ record?: ArchiveRecord; problems: Problem[] }> {
  const path = `${officePath(office, folder)}/record.json`;
  let text: string;
  try {
    text = await onDisk(folder, () => readFile(join(folder, 'record.json'), 'utf8'));
  } catch (fault) {
    const code = errorCode(fault instanceof Error ? (fault.cause ?? fault) : fault);
    if (code === 'ENOENT') return { problems: [{ code: 'file-missing', path, message: 'the act has no record' }] };
    return { problems: [{ code: 'record-unreadable', path, message: `cannot be read (${code ?? 'unknown'})` }] };
  }
  const record = parseRecord(text);
  if (record === undefined) return { problems: [{ code: 'record-unreadable', path, message: 'not JSON, or not a record' }] };
  if (record.format !== 'regesta-record-1')
    return { problems: [{ code: 'record-format', path, message: 'not a record of a format that this version knows' }] };
  const last = record.journal.findLast((line) => STEPS.has(line.step));
  if (recordText(record) !== text || last?.detail['record'] !== recordDigest(record)) {
    return { record, problems: [{ code: 'record-changed', path, message: 'it does not say what the journal says was filed' }] };
  }
  return { record, problems: [] };
}

function parseRecord(text: string): ArchiveRecord | undefined {
  try {
    const record = JSON.parse(text) as Partial<ArchiveRecord> | null;
    const isWhole = [record?.journal, record?.files, record?.pdf?.revisions].every(Array.isArray) && typeof record?.number === 'string';
    return isWhole ? (record as ArchiveRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** An act lies where its record says, and the register says the same of it; `row` is the entry of this folder. */
export function placeProblems(office: Office, folder: string, record: ArchiveRecord, row: RegisterRow | undefined): Problem[] {
  const path = officePath(office, folder);
  const problems: Problem[] = [];
  if (actFolder(office, record) !== folder)
    problems.push({ code: 'act-misplaced', path, message: `its record says ${record.series}/${record.year}/${record.number}` });
  if (row === undefined) problems.push({ code: 'act-unregistered', path, message: 'lies in the archive, not in the register' });
  else {
    const wrong = (['date', 'title', 'ordinal', 'kind', 'number'] as const).filter((key) => row[key] !== record[key]);
    if (wrong.length > 0) problems.push({ code: 'register-differs', path, message: `register and record differ in ${wrong.join(', ')}` });
    if ((row.state === 'destroyed') !== (record.destroyed !== undefined))
      problems.push({ code: 'state-differs', path, message: 'register and record differ in whether its files were destroyed' });
  }
  return problems;
}

/** Every recorded file is there byte for byte and nothing else is; revisions and signatures of the PDF hold. */
export async function verifyFiles(
  office: Office,
  folder: string,
  record: ArchiveRecord,
  verifyPdf: VerifyPdf,
): Promise<{ problems: Problem[]; signatures: readonly SignatureReport[] }> {
  const path = officePath(office, folder);
  // Of what was destroyed the record alone is left; whatever else lies there came back, or never went.
  if (record.destroyed !== undefined) return { problems: (await filesOfAct(folder, path, [])).problems, signatures: [] };
  const { present, problems } = await filesOfAct(folder, path, record.files);
  let signatures: readonly SignatureReport[] = [];
  for (const file of record.files) {
    const at = `${path}/${file.path}`;
    if (!present.has(file.path)) {
      if (!problems.some((problem) => problem.path === at))
        problems.push({ code: 'file-missing', path: at, message: 'recorded, not there' });
      continue;
    }
    if (file.path !== 'act.pdf') {
      if ((await digestOf(join(folder, file.path), file.bytes)) !== file.sha256) problems.push(changed(at));
      continue;
    }
    const pdf = await onDisk(at, () => readFile(join(folder, file.path)));
    problems.push(...pdfProblems(pdf, at, file, record));
    const judged = verifyPdf(pdf, at);
    // A project of a decision nobody signs.
    const wrong = record.project === undefined ? judged.problems : judged.problems.filter(({ code }) => code !== 'signature-missing');
    problems.push(...wrong, ...untrusted(judged.signatures));
    signatures = judged.signatures;
  }
  return { problems, signatures };
}

/** Bytes. */
const AT_ONCE = 4 * 1024 * 1024;

const changed = (path: string): Problem => ({ code: 'file-changed', path, message: 'its digest is not the recorded one' });

/** Regular files of an act's folder, `/` between parts; what is neither recorded nor a folder of something recorded is a problem. */
async function filesOfAct(
  folder: string,
  path: string,
  recorded: readonly RecordedFile[],
): Promise<{ present: ReadonlySet<string>; problems: Problem[] }> {
  const files = new Set(['record.json', ...recorded.map((file) => file.path)]);
  const folders = new Set([...files].map((file) => posix.dirname(file)).filter((name) => name !== '.'));
  const present = new Set<string>();
  const problems: Problem[] = [];
  const walk = async (within: string): Promise<void> => {
    for (const entry of await entriesIn(join(folder, within))) {
      const name = posix.join(within, entry.name);
      if (entry.isFile() && files.has(name)) present.add(name);
      else if (entry.isDirectory() && folders.has(name)) await walk(name);
      else problems.push(strayProblem(entry, `${path}/${name}`));
    }
  };
  await walk('');
  return { present, problems };
}

/** Read at once where it is small, as most are; what has grown since is read whole all the same. */
async function digestOf(path: string, recordedBytes: number): Promise<string> {
  return onDisk(path, async () => {
    const hash = createHash('sha256');
    if (recordedBytes <= AT_ONCE) return hash.update(await readFile(path)).digest('hex');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  });
}

/** Digest of the file and of each revision, its bytes read once. */
function pdfProblems(pdf: Buffer, path: string, file: RecordedFile, { pdf: { revisions } }: ArchiveRecord): Problem[] {
  const problems: Problem[] = [];
  let hash: Hash = createHash('sha256');
  let end = 0;
  for (const revision of revisions) {
    if (revision.bytes < end) hash = createHash('sha256').update(pdf.subarray(0, revision.bytes));
    else hash.update(pdf.subarray(end, revision.bytes));
    end = revision.bytes;
    if (hash.copy().digest('hex') !== revision.sha256)
      problems.push({ code: 'revision-changed', path, message: `its first ${revision.bytes} bytes are not the recorded revision` });
  }
  if (hash.update(pdf.subarray(end)).digest('hex') !== file.sha256) problems.unshift(changed(path));
  return end === pdf.length
    ? problems
    : [...problems, { code: 'revision-unrecorded', path, message: 'it is longer or shorter than its last revision' }];
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
