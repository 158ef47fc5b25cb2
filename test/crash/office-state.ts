import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import { sha256 } from '../../pipeline/model/digest.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';

type Json = Readonly<Record<string, unknown>>;

/** What lies in an office after its work, with nothing that a clock or a chance gives. */
export interface OfficeState {
  readonly acts: readonly Json[];
  readonly given: readonly string[];
  readonly refused: readonly Json[];
  readonly receipts: readonly Json[];
  /** Files left in the work area, its lock apart; claims by one name. */
  readonly work: readonly string[];
}

/** What N3 compares: numbers, states, drafts, DOCX, unsigned PDF, and what people were given. */
export async function stateOf(office: string): Promise<OfficeState> {
  const opened = await openOffice(office);
  try {
    const acts: Json[] = [];
    for (const row of await opened.store.register.list({})) {
      if (row.state === 'registered' || row.state === 'awaiting-signature') {
        acts.push({ ...row, files: [] });
        continue;
      }
      const record = await readJson<ArchiveRecord>(join(office, row.path, 'record.json'));
      // Notices are signed; a letter that the program wrote names the claim that gave rise to it.
      const isLetter = CLAIM.test(record.drop.name);
      const files = record.files.filter(({ path }) => !/^(?:act\.pdf|notices\/)/.test(path) && !(isLetter && path.startsWith('draft.')));
      const { droppedBy, name } = record.drop;
      const { warnings, destroyed, caseWork } = record;
      const gone = destroyed && { destroyed, caseWork, left: await readdir(join(office, row.path)), times: timesDestroyed(record) };
      acts.push({ ...row, files, unsigned: record.pdf.revisions[0], droppedBy, name: withoutClaim(name), warnings, ...gone });
    }
    const [given, refused, receipts] = [await givenIn(office), await refusedIn(office), await receiptsIn(office)];
    return { acts, given, refused, receipts, work: await leftInWork(office) };
  } finally {
    await opened.close();
  }
}

/** Problems that `verify` names. */
export async function problemsOf(office: string): Promise<string[]> {
  const opened = await openOffice(office);
  try {
    return (await opened.verify()).problems.map(({ code, path, message }) => `${code} ${path}: ${message}`);
  } finally {
    await opened.close();
  }
}

/** Every entry of the register: series, year and number. */
export async function numbersOf(office: string): Promise<string[]> {
  const opened = await openOffice(office);
  try {
    return (await opened.store.register.list({})).map((row) => `${row.series}/${row.year}/${row.number}`);
  } finally {
    await opened.close();
  }
}

/**
 * What N1, N3 and N4 forbid at any instant, a crash's too: a drop that lies nowhere or in two places, an act's folder or a refused one that is not whole. While an
 * act is on its way into the archive its draft lies in the work area as well: those two may be together, no others.
 */
export async function breaches(office: string, drops: ReadonlyMap<string, Buffer>): Promise<string[]> {
  const [inbox, work, refused, archive] = await Promise.all([
    ...['inbox', '.work', 'refused'].map((name) => digestsIn(join(office, name))),
    archivedDigests(office),
  ]);
  const found: string[] = [];
  const all = [...drops.values()].map((bytes) => sha256(bytes));
  for (const [path, bytes] of drops) {
    const digest = sha256(bytes);
    const places = Object.entries({ inbox, work, refused, archive })
      .filter(([, digests]) => digests?.has(digest))
      .map(([name]) => name);
    const isTwice = all.filter((other) => other === digest).length > 1;
    const isOnItsWay = places.length === 2 && places.includes('work') && places.includes('archive');
    if (places.length === 0) found.push(`N1: ${path} lies nowhere`);
    else if (places.length > 1 && !isTwice && !isOnItsWay) found.push(`N1: ${path} lies in ${places.join(' and ')}`);
  }
  return [...found, ...(await halfFiled(office)), ...(await halfRefused(office)), ...(await halfGiven(office))];
}

/** Files left in the work area, its lock apart, relative to it; a claim's name, which has the time in it, stands as `claim`. */
export async function leftInWork(office: string): Promise<string[]> {
  const work = join(office, '.work');
  const left = (await filesUnder(work)).filter((path) => !/lock\.sqlite(?:-journal)?$/.test(path));
  return left.map((path) => withoutClaim(relative(work, path))).sort();
}

const CLAIM = /\d{8}T\d{9}Z-\d{5}/;

function withoutClaim(path: string): string {
  return path.replaceAll(new RegExp(CLAIM, 'g'), 'claim');
}

function timesDestroyed({ journal }: ArchiveRecord): number {
  return journal.filter(({ step }) => step === 'destroyed').length;
}

async function halfFiled(office: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of await foldersAt(join(office, 'archive'), 3)) {
    const record = await readJson<ArchiveRecord>(join(folder, 'record.json')).catch(() => undefined);
    if (record === undefined) {
      found.push(`N3: ${relative(office, folder)} has no whole record`);
      continue;
    }
    for (const file of record.files) {
      const bytes = await readFile(join(folder, file.path)).catch(() => undefined);
      // Beside a tombstone files go one by one, each whole until it does.
      if (bytes === undefined && record.destroyed !== undefined) continue;
      if (bytes === undefined || sha256(bytes) !== file.sha256) found.push(`N3: ${relative(office, join(folder, file.path))} is not whole`);
    }
  }
  return found;
}

async function halfRefused(office: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of await foldersAt(join(office, 'refused'), 2)) {
    const report = await readJson<{ sha256: string }>(join(folder, 'report.json')).catch(() => undefined);
    const html = await readFile(join(folder, 'report.html'), 'utf8').catch(() => '');
    const digests = await digestsIn(folder);
    if (report === undefined || !digests.has(report.sha256)) found.push(`N4: ${relative(office, folder)} lacks the file or report.json`);
    if (!html.trimEnd().endsWith('</html>')) found.push(`N4: ${relative(office, folder)} has no whole report.html`);
  }
  return found;
}

/** What a clerk finds in the outbox is what lies in the archive, or goes with it; what lies there to be signed, what the work area keeps. */
async function halfGiven(office: string): Promise<string[]> {
  const [archived, kept] = [await digestsIn(join(office, 'archive')), await digestsIn(join(office, '.work', 'signing'))];
  for (const folder of await foldersAt(join(office, 'archive'), 3)) {
    const record = await readJson<ArchiveRecord>(join(folder, 'record.json')).catch(() => undefined);
    if (record?.destroyed !== undefined) for (const file of record.files) archived.add(file.sha256);
  }
  const found: string[] = [];
  for (const path of await filesUnder(join(office, 'outbox'))) {
    const origin = /act\.(?:pdf|docx)$/.test(path) ? archived : /to-(?:sign|seal)/.test(path) ? kept : undefined;
    if (origin !== undefined && !origin.has(sha256(await readFile(path)))) found.push(`N3: ${relative(office, path)} is not whole`);
  }
  return found;
}

/** A file that brought a signature lies in the archive as a revision of the act's PDF. */
async function archivedDigests(office: string): Promise<Set<string>> {
  const digests = await digestsIn(join(office, 'archive'));
  for (const folder of await foldersAt(join(office, 'archive'), 3)) {
    const record = await readJson<ArchiveRecord>(join(folder, 'record.json')).catch(() => undefined);
    const pdf = await readFile(join(folder, 'act.pdf')).catch(() => Buffer.alloc(0));
    for (const { bytes } of record?.pdf.revisions ?? []) digests.add(sha256(pdf.subarray(0, bytes)));
  }
  return digests;
}

async function givenIn(office: string): Promise<string[]> {
  const paths = (await filesUnder(join(office, 'outbox'))).map((path) => relative(join(office, 'outbox'), path));
  return paths.filter((path) => !path.includes('receipts')).sort();
}

async function refusedIn(office: string): Promise<Json[]> {
  const found: Json[] = [];
  for (const folder of await foldersAt(join(office, 'refused'), 2)) {
    const { receivedAt: _, ...report } = await readJson<Json>(join(folder, 'report.json'));
    found.push({ ...report, files: (await readdir(folder)).sort() });
  }
  return inOrder(found);
}

async function receiptsIn(office: string): Promise<Json[]> {
  const found: Json[] = [];
  for (const path of await filesUnder(join(office, 'outbox'))) {
    if (!/receipts.*\.json$/.test(path)) continue;
    await readFile(path.replace(/json$/, 'html'));
    const { receivedAt: _, ...facts } = await readJson<Json>(path);
    found.push(facts);
  }
  return inOrder(found);
}

function inOrder(values: readonly Json[]): Json[] {
  return values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T;
}

async function digestsIn(folder: string): Promise<Set<string>> {
  const digests = new Set<string>();
  for (const path of await filesUnder(folder)) digests.add(sha256(await readFile(path)));
  return digests;
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((): Dirent[] => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Folders at a depth; the archive's `journal` holds no acts and has no folders in it. */
async function foldersAt(folder: string, depth: number): Promise<string[]> {
  if (depth === 0) return [folder];
  const entries = await readdir(folder, { withFileTypes: true });
  const deeper = entries.filter((entry) => entry.isDirectory()).map((entry) => foldersAt(join(folder, entry.name), depth - 1));
  return (await Promise.all(deeper)).flat().sort();
}
