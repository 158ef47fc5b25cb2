import { access } from 'node:fs/promises';
import { errorCode } from '../files/file-faults.js';
import { placeJournalLines } from '../filing/journal-file.js';
import { holdGround, type Rebuilt, rebuildIndex, unsoundRecords } from '../filing/rebuild.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import type { Problem, RegisterRow, Store } from '../model/ports.js';
import { testFolders } from '../office/self-test.js';
import { lockOffice } from '../store/process-lock.js';
import { removeDatabase, swapDatabase } from '../store/swap-database.js';
import { systemClock } from './clock.js';
import { readerOfFiled } from './filed-drafts.js';
import { isOnServer, readOffice } from './office-here.js';
import { openOfficeStore, verifyOffice } from './opened-office.js';

/** What became of a rebuild. */
export interface Rebuilding {
  /** Null if the archive cannot be the ground of a register, or lacks what the old one knows; then nothing was changed. */
  readonly rebuilt: Rebuilt | null;
  /** What verifying the archive with the new index found, or what kept it from being made. */
  readonly problems: readonly Problem[];
  /** Where the database lies that was there before; null if none of ours was replaced. */
  readonly aside: string | null;
}

/**
 * Makes the index again from the files of an office alone: beside the old one, verified, then put in its place by a rename; the old one is kept. On
 * a server the database must be empty, and all folders that share it are given. Faults `office-busy`, `usage`, and those of the store.
 */
export async function rebuildOffices(directories: readonly string[]): Promise<Rebuilding> {
  const offices = await Promise.all(directories.map((directory) => readOffice(directory)));
  const [office, ...others] = offices;
  if (office === undefined) throw new Fault('usage', 'rebuild: name the folder of an office');
  if (others.some(({ database }) => database !== office.database))
    throw new Fault('usage', 'rebuild: these folders do not share one database; rebuild each by itself');
  if (isOnServer(office) && others.length === 0 && office.id !== 'main')
    throw new Fault(
      'usage',
      `rebuild: ${office.root} shares its register (id: ${office.id}); give all folders that do, or numbers are given twice`,
    );
  for (const one of offices) {
    await holdGround(one);
    await testFolders(one);
  }
  const unsound = (await Promise.all(offices.map(unsoundRecords))).flat();
  if (unsound.length > 0) return { rebuilt: null, problems: unsound, aside: null };
  return isOnServer(office) ? onServer(office, offices) : inFile(office);
}

async function inFile(office: Office): Promise<Rebuilding> {
  const lock = await lockOffice(office.folders.work);
  try {
    const made = `${office.database}.rebuilding`;
    await removeDatabase(made);
    const before = await entriesBefore(office);
    const { rebuilt, problems, rows } = await filled({ ...office, database: made }, [{ ...office, database: made }]);
    const unknown = forgotten(before, rows);
    if (unknown.length > 0) {
      await removeDatabase(made);
      return { rebuilt: null, problems: unknown, aside: null };
    }
    const aside = `${office.database}.before-${systemClock
      .now()
      .toISOString()
      .replaceAll(/[-:]|\.\d+/g, '')}`;
    const isReplacing = await swapDatabase(made, office.database, aside);
    const store = await openOfficeStore(office);
    try {
      await placeJournalLines(store.journal, office.folders.archive);
    } finally {
      await store.close();
    }
    return { rebuilt, problems, aside: isReplacing ? aside : null };
  } finally {
    await lock.release();
  }
}

async function onServer(office: Office, offices: readonly Office[]): Promise<Rebuilding> {
  const store = await openOfficeStore(office);
  try {
    if (!(await store.isEmpty()))
      throw new Fault('usage', `${store.name} is not empty: make a new database, name it in office.yaml, and rebuild again`);
  } finally {
    await store.close();
  }
  const { rebuilt, problems } = await filled(office, offices);
  return { rebuilt, problems, aside: null };
}

/** What the database that is there says, if it can still be read. */
async function entriesBefore(office: Office): Promise<readonly RegisterRow[]> {
  try {
    await access(office.database);
    const store = await openOfficeStore(office);
    return await store.register.list({}).finally(() => store.close());
  } catch (problem) {
    const isUnreadable = problem instanceof Fault && (problem.code === 'database-corrupt' || problem.code === 'folder-access');
    if (isUnreadable || errorCode(problem) === 'ENOENT') return [];
    throw problem;
  }
}

/** Acts whose number the old database knows and no file does: a new index would give the number again. */
function forgotten(before: readonly RegisterRow[], after: readonly RegisterRow[]): Problem[] {
  const known = new Set(after.map(({ series, year, ordinal }) => `${series}/${year}/${ordinal}`));
  const message = 'the database knows this act, and no file does; bring it back, or, if it is lost for good, move the database away';
  return before
    .filter(({ series, year, ordinal }) => !known.has(`${series}/${year}/${ordinal}`))
    .map(({ path }) => ({ code: 'act-missing', path, message }));
}

async function filled(
  office: Office,
  offices: readonly Office[],
): Promise<{ rebuilt: Rebuilt; problems: readonly Problem[]; rows: readonly RegisterRow[] }> {
  const store = await openOfficeStore(office);
  try {
    const rebuilt = await rebuildIndex(offices, store, readerOfFiled(office));
    const problems: Problem[] = rebuilt.unread.map((path) => ({ code: 'draft-unreadable', path, message: 'search will not find it' }));
    for (const one of offices) problems.push(...(await verifyWith(one, office, store)));
    return { rebuilt, problems, rows: await store.register.list({}) };
  } finally {
    await store.close();
  }
}

/** Each folder is seen through a store of its own where several share the database. */
async function verifyWith(one: Office, opened: Office, store: Store): Promise<readonly Problem[]> {
  if (one === opened || one.id === opened.id) return (await verifyOffice(one, store)).problems;
  const own = await openOfficeStore(one);
  try {
    return (await verifyOffice(one, own)).problems;
  } finally {
    await own.close();
  }
}
