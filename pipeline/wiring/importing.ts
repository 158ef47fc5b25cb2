import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileOlder } from '../filing/filing-older.js';
import { type ListedAct, type ListFlaw, type OlderSeries, readOlderActs } from '../intake/older-acts.js';
import { kinds } from '../kinds/index.js';
import { localDateAt, yearOf } from '../model/date.js';
import { sha256 } from '../model/digest.js';
import { type DraftContent, EMPTY_CONTENT } from '../model/draft.js';
import { type ActName, nameOf } from '../model/effect.js';
import { Fault } from '../model/fault.js';
import { type Office, type Series, seriesOf } from '../model/office.js';
import { beginningOf } from '../model/own-numbers.js';
import type { RegisterRow, Store } from '../model/ports.js';
import { testFolders } from '../office/self-test.js';
import { lockOffice } from '../store/process-lock.js';
import { systemClock } from './clock.js';
import { isOnServer, readOffice } from './office-here.js';
import { openOfficeStore } from './opened-office.js';

/** What became of a list of older acts. */
export interface Imported {
  /** Names of the acts that were entered: `decision/2011/1`. */
  readonly imported: readonly string[];
  /** How many the register had, word for word. */
  readonly already: number;
  /** What is wrong with the list; then nothing was entered. */
  readonly problems: readonly ListFlaw[];
}

/**
 * Enters older acts from a list, so that drafts can refer to them: all of them, or none if a line is wrong. Entered before, they stay as they are. Faults
 * `office-busy` (stop the run first, where the register is in a file), `usage`, and those of the store.
 */
export async function importOlderActs(directory: string, file: string): Promise<Imported> {
  const office = await readOffice(directory);
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Fault('usage', `${file}: cannot be read`, { cause });
  });
  await testFolders(office);
  const lock = isOnServer(office) ? undefined : await lockOffice(office.folders.work);
  try {
    const store = await openOfficeStore(office);
    return await importInto(office, store, basename(file), bytes).finally(() => store.close());
  } finally {
    await lock?.release();
  }
}

async function importInto(office: Office, store: Store, file: string, bytes: Buffer): Promise<Imported> {
  const known = await olderSeries(office, store);
  const { acts, flaws } = readOlderActs(bytes, (id) => known.get(id));
  const rows = new Map((await store.register.list({})).map((row) => [placeOf(row), row]));
  const fresh: ListedAct[] = [];
  const problems = [...flaws];
  for (const act of acts) {
    const row = rows.get(placeOf(named(act)));
    if (row === undefined) fresh.push(act);
    else if (!isSame(act, row))
      problems.push({ line: act.line, reason: `the register has ${nameOf(row)} of ${row.date} otherwise: «${row.title}», ${row.kind}` });
  }
  if (problems.length > 0) return { imported: [], already: 0, problems: problems.sort((a, b) => a.line - b.line) };
  const digest = sha256(bytes);
  for (const { line, ...act } of fresh)
    await fileOlder(store.index, office, { ...act, drop: sha256(`older act ${nameOf(named(act))}`) }, { file, sha256: digest, line });
  return { imported: fresh.map((act) => nameOf(named(act))), already: acts.length - fresh.length, problems: [] };
}

const named = ({ series, date, number }: Pick<ListedAct, 'series' | 'date' | 'number'>): ActName => ({
  series,
  year: yearOf(date),
  number,
});

/** Two acts with one would lie in one folder. */
const placeOf = ({ series, year, number }: ActName): string => nameOf({ series, year, number: number.replaceAll('/', '-') });

function isSame(act: ListedAct, row: RegisterRow): boolean {
  return (['date', 'number', 'title', 'kind'] as const).every((key) => act[key] === row[key]);
}

/** Every series of the office, by its id. */
async function olderSeries(office: Office, store: Store): Promise<ReadonlyMap<string, OlderSeries>> {
  const empty = (id: string): DraftContent => ({ ...EMPTY_CONTENT, kind: id });
  const all = new Map<string, Series>(office.series.map((series) => [series.id, series]));
  for (const kind of kinds) {
    const series = seriesOf(office, kind, empty(kind.id));
    all.set(series.id, series);
  }
  const thisYear = yearOf(localDateAt(systemClock.now(), office.timezone));
  const known = new Map<string, OlderSeries>();
  for (const [id, series] of all) {
    const beginning = beginningOf(series, await store.register.firstYear(id), thisYear);
    const own = kinds.filter((kind) => series.kinds.includes(kind.id));
    known.set(id, { series, beginning, kinds: own.map((kind) => ({ id: kind.id, issuer: kind.traits(empty(kind.id)).issuer })) });
  }
  return known;
}
