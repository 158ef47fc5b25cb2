import { isDeepStrictEqual } from 'node:util';
import type { BlankNumber } from '../model/blanks.js';
import type { NotedOfCases } from '../model/case-book.js';
import { currentEnd, factsDigest } from '../model/contract-register.js';
import type { Office } from '../model/office.js';
import type { Problem, RegisterRow, SignatureReport, Store } from '../model/ports.js';
import { type NotedMeeting, type ProjectStep, versionStates } from '../model/project-steps.js';
import { archiveTree } from './archive-tree.js';
import { databasePath, officePath } from './office-path.js';
import type { ArchiveRecord } from './record.js';
import { placeProblems, readActRecord, type VerifyPdf, verifyFiles } from './verify-act.js';
import { effectLedger } from './verify-effects.js';
import { journalLedger } from './verify-journal.js';
import { numberProblems } from './verify-numbers.js';

export type { VerifyPdf } from './verify-act.js';

export interface Verdict {
  readonly valid: boolean;
  readonly problems: readonly Problem[];
  readonly signatures: readonly SignatureReport[];
}

/** Acts whose files are read beside each other. */
const AT_ONCE = 16;

interface Examined {
  readonly path: string;
  readonly record: ArchiveRecord | undefined;
  readonly problems: readonly Problem[];
  readonly signatures: readonly SignatureReport[];
}

/**
 * Holds the whole archive against its records, the register and the journal: every file's digest, nothing missing, added or renamed anywhere,
 * revisions and signatures of every PDF, numbers without gap or repeat, states by what acts did to each other, the chain of the journal and each of its lines in its place. An
 * untrusted signature is a problem.
 */
export async function verifyArchive(office: Office, store: Store, verifyPdf: VerifyPdf): Promise<Verdict> {
  const problems: Problem[] = (await store.integrity()).map((message) => ({ code: 'database', path: databasePath(office), message }));
  const signatures: SignatureReport[] = [];
  const rows = await store.register.list({});
  const filed = new Map(rows.filter((row) => row.office === office.id && isOnDisk(row)).map((row) => [row.path, row]));
  const drops = await store.register.pathsByDrop();
  const effects = effectLedger(await store.register.effects());
  const blanks = await store.register.blanksByDrop();
  const steps = await store.examinations.steps();
  const noted = await store.contracts.digests();
  const cases = await store.cases.noted();
  const projects = await store.projects.noted();
  const ledger = await journalLedger(office, store.journal);
  const tree = await archiveTree(office);
  const examine = async (folder: string): Promise<Examined> => {
    const path = officePath(office, folder);
    const row = filed.get(path);
    const { record, problems: wrong } = await readActRecord(office, folder);
    if (record === undefined) return { path, record, problems: wrong, signatures: [] };
    const found = [...wrong, ...placeProblems(office, folder, record, row)];
    if (row !== undefined && drops.get(record.drop.sha256) !== path && wrong.length === 0)
      found.push({ code: 'register-differs', path, message: 'the register knows its drop by another number, or not at all' });
    if (row !== undefined && wrong.length === 0) found.push(...effects.problemsOf(path, record));
    if (row !== undefined && !isSameBlank(blanks.get(record.drop.sha256), record.blank))
      found.push({ code: 'register-differs', path, message: 'register and record differ in blank' });
    if (row !== undefined && wrong.length === 0 && !isDeepStrictEqual(steps.get(record.drop.sha256), record.step))
      found.push({ code: 'register-differs', path, message: 'register and record differ in what it did in the examination of a contract' });
    if (row !== undefined && noted.get(record.drop.sha256) !== (record.contract && factsDigest(record.contract)))
      found.push({ code: 'register-differs', path, message: 'register and record differ in what is noted of a contract' });
    if (row !== undefined) found.push(...caseProblems(path, record, cases.get(record.drop.sha256)));
    if (row !== undefined && !isSameOfProjects(projects.get(record.drop.sha256), record))
      found.push({ code: 'register-differs', path, message: 'register and record differ in what it does to projects, or in its meeting' });
    const judged = await verifyFiles(office, folder, record, verifyPdf);
    return { path, record, problems: [...found, ...judged.problems], signatures: judged.signatures };
  };
  for (let from = 0; from < tree.acts.length; from += AT_ONCE) {
    for (const act of await Promise.all(tree.acts.slice(from, from + AT_ONCE).map(examine))) {
      if (act.record === undefined) ledger.excuse(act.path);
      else ledger.holdRecord(act.path, act.record);
      problems.push(...act.problems);
      signatures.push(...act.signatures);
    }
  }
  for (const folder of tree.acts) filed.delete(officePath(office, folder));
  for (const path of filed.keys()) {
    problems.push({ code: 'act-missing', path, message: 'the register says it is filed, the folder is not there' });
    ledger.excuse(path);
  }
  problems.push(...tree.strays, ...emptyFolders(office, tree.empty, rows));
  problems.push(
    ...numberProblems(office, await store.register.list({ own: true })),
    ...effects.stateProblems(rows, versionStates(await store.projects.steps())),
  );
  problems.push(...(await termProblems(store)));
  for (const file of tree.yearly) await ledger.holdYearlyFile(file);
  problems.push(...(await ledger.problems()));
  return { valid: problems.length === 0, problems, signatures };
}

/** Every contract has the last day that its amendments made of its term. */
async function termProblems({ contracts }: Store): Promise<Problem[]> {
  const problems: Problem[] = [];
  for await (const { row, facts, amendments, ends } of contracts.contracts({})) {
    const end = currentEnd(
      facts,
      amendments.map((amendment) => amendment.facts),
    );
    if (end === ends) continue;
    const message = `the register says its term ends ${ends ?? 'on no day'}; by its card and its amendments it is ${end ?? 'none'}`;
    problems.push({ code: 'state-differs', path: row.path, message });
  }
  return problems;
}

function caseProblems(path: string, { cases = [], caseWork, sheets }: ArchiveRecord, noted: NotedOfCases | undefined): Problem[] {
  if (noted === undefined) return [];
  const differing: Problem[] = [];
  if (!isDeepStrictEqual(noted.steps, cases))
    differing.push({ code: 'register-differs', path, message: 'register and record differ in what it does to cases' });
  if (!isDeepStrictEqual(noted.work, caseWork))
    differing.push({ code: 'register-differs', path, message: 'register and record differ in how cases are formed by it' });
  if (sheets !== undefined && !isDeepStrictEqual(noted.sheets, sheets))
    differing.push({ code: 'register-differs', path, message: 'register and record differ in its sheets' });
  return differing;
}

function isSameOfProjects(
  { steps = [], meeting }: { readonly steps?: readonly ProjectStep[]; readonly meeting?: NotedMeeting | undefined } = {},
  record: ArchiveRecord,
): boolean {
  return isDeepStrictEqual(steps, record.projects ?? []) && isDeepStrictEqual(meeting, record.meeting);
}

function isSameBlank(one: BlankNumber | undefined, other: BlankNumber | undefined): boolean {
  return one?.form === other?.form && one?.number === other?.number;
}

function isOnDisk(row: RegisterRow): boolean {
  return row.state !== 'registered' && row.state !== 'awaiting-signature';
}

/** A folder of a year or a series is empty only where its first act is registered and not filed yet. */
function emptyFolders(office: Office, folders: readonly string[], rows: readonly RegisterRow[]): Problem[] {
  return folders
    .map((folder) => officePath(office, folder))
    .filter((path) => !rows.some((row) => row.path.startsWith(`${path}/`)))
    .map((path) => ({ code: 'folder-added', path, message: 'an empty folder that no entry of the register belongs to' }));
}
