import { basename, relative, resolve, sep } from 'node:path';
import { archiveTree } from '../filing/archive-tree.js';
import { actFolder } from '../filing/filing.js';
import { readActRecord } from '../filing/verify-act.js';
import type { ArchiveView } from '../model/archive-view.js';
import type { CaseFile } from '../model/case-files.js';
import { localDateAt } from '../model/date.js';
import { nameOf } from '../model/effect.js';
import type { Office } from '../model/office.js';
import type { Problem, RegisterRow } from '../model/ports.js';
import type { StorageCategory } from '../model/retention.js';
import { type Bagged, checkBag, type Payload, writeBag } from '../transfer/bag.js';
import { archiveView, kindsThat } from './archive-view.js';
import { systemClock } from './clock.js';
import { filedDrafts } from './filed-drafts.js';
import { type OpenedOffice, openOffice } from './opened-office.js';

/** Cases of a year: all of them, those of a unit, of a category. */
export interface TransferChoice {
  readonly year: number;
  readonly unit?: string | undefined;
  readonly category?: StorageCategory | undefined;
}

/** What became of a transfer package. */
export interface Transferred extends Bagged {
  readonly folder: string;
  readonly cases: number;
  readonly acts: number;
  /** Where there are any, the package is no bag. */
  readonly problems: readonly Problem[];
  /** What whoever gets it should know. */
  readonly remarks: readonly string[];
}

/**
 * Packs the cases of a year for whoever gets them: the archive's folders of their documents and of the papers about the cases as they are, the journal's yearly files, and
 * the certificates by which signatures are verified; as a bag (RFC 8493) in a new folder, read back before it is called done.
 */
export async function transferCases(directory: string, out: string, choice: TransferChoice): Promise<Transferred> {
  const folder = resolve(out);
  const opened = await openOffice(directory);
  try {
    const { office, store } = opened;
    const view = archiveView(office, store, filedDrafts(office));
    const cases = await chosenCases(view, choice);
    const rows = await rowsOf(opened, view, choice, cases);
    const { payload, problems } = await payloadOf(office, rows);
    const done = { folder, cases: cases.length, acts: rows.length, files: 0, bytes: 0 };
    if (cases.length === 0) {
      const message = `no case of ${choice.year} with documents in it is chosen; is there a nomenclature of that year?`;
      return { ...done, problems: [{ code: 'cases-missing', path: directory, message }], remarks: [] };
    }
    if (problems.length > 0) return { ...done, problems, remarks: [] };
    const made = await writeBag(folder, payload, infoOf(office, choice, cases.length, rows.length));
    if ('problems' in made) return { ...done, problems: made.problems, remarks: [] };
    return { ...done, ...made, problems: await checkBag(folder), remarks: await remarksOn(opened, rows) };
  } finally {
    await opened.close();
  }
}

async function chosenCases(view: ArchiveView, { year, unit, category }: TransferChoice): Promise<CaseFile[]> {
  const formed = await view.formed(year);
  return (formed?.cases ?? []).filter(
    ({ planned, volumes }) =>
      volumes.length > 0 && (unit ?? planned.unit) === planned.unit && (category ?? planned.category) === planned.category,
  );
}

/** The documents of the cases, what closed, appraised, listed, received or else concerned the cases, the nomenclature, and what moved or voided any of these. */
async function rowsOf(
  { store, office }: OpenedOffice,
  view: ArchiveView,
  { year }: TransferChoice,
  cases: readonly CaseFile[],
): Promise<RegisterRow[]> {
  const rows = new Map<string, RegisterRow>();
  const add = (row: RegisterRow | undefined): void => {
    if (row !== undefined) rows.set(nameOf(row), row);
  };
  const addNamed = async (by: { readonly series: string; readonly year: number; readonly number: string }): Promise<void> =>
    add(await store.register.find(by.series, by.year, by.number));
  for (const { volumes } of cases) for (const { items } of volumes) for (const { row } of items) add(row);
  const indexes = new Set(cases.map(({ planned }) => planned.index));
  for (const { index, by } of await view.steps({ year })) if (indexes.has(index)) await addNamed(by);
  const plan = await view.nomenclature(year);
  if (plan?.by) await addNamed(plan.by);
  for (const { how, on, by } of await store.register.effects())
    if ((how === 'approves' || how === 'voids') && rows.has(nameOf(on))) await addNamed(by);
  const draftOf = filedDrafts(office);
  for (const row of await store.cases.ofKinds(kindsThat('moves'))) {
    const of = (await draftOf(row))?.content.of;
    const moved = of && (await store.register.act(of));
    if (moved !== undefined && rows.has(nameOf(moved.row))) add(row);
  }
  return [...rows.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

async function payloadOf(office: Office, rows: readonly RegisterRow[]): Promise<{ payload: Payload[]; problems: Problem[] }> {
  const { archive } = office.folders;
  const payload: Payload[] = [];
  const problems: Problem[] = [];
  const inBag = (path: string): string => `archive/${relative(archive, path).split(sep).join('/')}`;
  for (const row of rows) {
    const folder = actFolder(office, row);
    const { record, problems: wrong } = await readActRecord(office, folder);
    problems.push(...wrong);
    if (record === undefined) continue;
    payload.push({ from: resolve(folder, 'record.json'), path: inBag(resolve(folder, 'record.json')) });
    for (const { path, sha256 } of record.files) payload.push({ from: resolve(folder, path), path: inBag(resolve(folder, path)), sha256 });
  }
  for (const file of (await archiveTree(office)).yearly) payload.push({ from: file, path: inBag(file) });
  for (const file of office.signing.trust) payload.push({ from: file, path: `trust/${basename(file)}` });
  return { payload, problems };
}

function infoOf(office: Office, { year, unit, category }: TransferChoice, cases: number, acts: number): [string, string][] {
  const chosen = [String(year), unit, category].filter((part) => part !== undefined);
  return [
    ['Source-Organization', office.body.fullName],
    ['Bagging-Date', localDateAt(systemClock.now(), office.timezone)],
    ['External-Identifier', [office.body.edrpou, ...chosen].join('-')],
    ['External-Description', `Справи за ${year} рік; справ: ${cases}; документів: ${acts}`],
    ['Bag-Software-Agent', 'regesta'],
  ];
}

/** What changed a document of the package and is not in it: whoever has the package alone does not see it. */
async function remarksOn({ store }: OpenedOffice, rows: readonly RegisterRow[]): Promise<string[]> {
  const packed = new Set(rows.map(nameOf));
  const effects = await store.register.effects();
  return effects
    .filter(({ on, by }) => packed.has(nameOf(on)) && !packed.has(nameOf(by)))
    .map(({ how, on, by }) => `${nameOf(by)} ${how} ${nameOf(on)}, and is not in the package`);
}
