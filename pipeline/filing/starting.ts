import { access, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onDisk } from '../files/file-faults.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import type { Clock, Log, RegisterRow, Store } from '../model/ports.js';
import { archiveTree, entriesIn } from './archive-tree.js';
import { placeJournalLines, readJournalFile } from './journal-file.js';
import { actFolder, officePath } from './office-path.js';
import type { ArchiveRecord } from './record.js';
import { readActRecord } from './verify-act.js';

/** Parts of the work area where files lie only while a claim is worked on. */
const SCRATCH = ['filing', 'outbox', 'discarded', 'refusing', 'signing-building', 'posting'] as const;
const WARN_BACK_MS = 60_000;
const MOST_BACK_MS = 24 * 60 * 60_000;

/**
 * What must hold before an office takes anything, and what a crash left half-done: the clock has not jumped back, the database knows all that the
 * archive has, and the archive is there; then journal lines of settled claims are placed, and scraps of settled claims are removed. Faults
 * `clock-back`, `database-older`, `archive-missing`: going on would give a number twice.
 */
export async function startUp(office: Office, store: Store, { clock, log }: { readonly clock: Clock; readonly log: Log }): Promise<void> {
  await holdClock(store, clock, log);
  await holdRegister(office, store, log);
  await placeJournalLines(store.journal, office.folders.archive);
  await sweep(office, log);
}

async function holdClock({ journal }: Store, clock: Clock, log: Log): Promise<void> {
  const last = await journal.last();
  if (last === undefined) return;
  const now = clock.now();
  const backMs = Date.parse(last.at) - now.getTime();
  const message = `the machine's clock says ${now.toISOString()}, and the last line of the journal is of ${last.at}`;
  if (backMs > MOST_BACK_MS) throw new Fault('clock-back', `${message}: set the clock, then start again`);
  if (backMs > WARN_BACK_MS) log.warn(message, { code: 'clock-back' });
}

async function holdRegister(office: Office, store: Store, log: Log): Promise<void> {
  const { acts, yearly } = await archiveTree(office);
  const rows = new Map((await store.register.list({})).filter((row) => row.office === office.id).map((row) => [row.path, row]));
  const isKnown = (folder: string): boolean => isFiled(rows.get(officePath(office, folder)));
  const unknown: string[] = [];
  for (const folder of acts) if (!isKnown(folder) && (await isUnknownAct(office, store, folder))) unknown.push(officePath(office, folder));
  const remedy = `Restore the newest backup, or make the index again: regesta rebuild ${office.root}`;
  if (unknown.length > 0) {
    throw new Fault(
      'database-older',
      `${store.name} is older than the archive: it does not know ${unknown.length} of its acts, the last ${unknown.at(-1)}. ${remedy}`,
    );
  }
  for (const file of yearly.slice(-1)) {
    // The file first: another runner may write both meanwhile.
    const highest = (await readJournalFile(file)).reduce((most, { seq }) => Math.max(most, seq), 0);
    if (highest > ((await store.journal.last())?.seq ?? 0))
      throw new Fault('database-older', `${store.name} is older than the archive: ${file} has lines that its journal has not. ${remedy}`);
  }
  const there = new Set(acts.map((folder) => officePath(office, folder)));
  const filed = [...rows.values()].filter(isFiled);
  const gone = filed.filter(({ path }) => !there.has(path));
  if (gone.length === 0) return;
  const facts = `${gone.length} of ${filed.length} acts that the register says are filed are not in ${office.folders.archive}`;
  if (gone.length === filed.length)
    throw new Fault('archive-missing', `${facts}: is its disk mounted? See folders.archive in office.yaml, or restore a backup`);
  log.error(`${facts}; regesta verify names them`, { code: 'archive-missing', first: gone[0]?.path });
}

/** An act whose claim still lies in the work area is being filed, or was when a crash came. */
async function isUnknownAct(office: Office, { register }: Store, folder: string): Promise<boolean> {
  const { record } = await readActRecord(office, folder);
  // An older act takes no number of ours; `verify` names it, and the same import enters it.
  if (record === undefined || record.imported !== undefined) return false;
  if (actFolder(office, record) !== folder || (await isClaimed(office, record))) return false;
  return !isFiled(await register.find(record.series, record.year, record.number));
}

async function isClaimed(office: Office, { drop }: ArchiveRecord): Promise<boolean> {
  return access(join(office.folders.work, 'claims', drop.claim)).then(
    () => true,
    () => false,
  );
}

function isFiled(row: RegisterRow | undefined): boolean {
  return row !== undefined && row.state !== 'registered' && row.state !== 'awaiting-signature';
}

/** Removes what is left of claims that have come to their end. A dropped file itself is never removed here. */
async function sweep(office: Office, log: Log): Promise<void> {
  const { work } = office.folders;
  for (const part of SCRATCH) {
    const scraps = await entriesIn(join(work, part));
    // Only now: what another runner claims after this has no scrap among these.
    const claimed = new Set((await entriesIn(join(work, 'claims'))).map((entry) => entry.name));
    for (const entry of scraps) {
      const scrap = join(work, part, entry.name);
      if (claimed.has(entry.name)) continue;
      try {
        if (part !== 'refusing' || !(await holdsDrop(scrap))) await onDisk(scrap, () => rm(scrap, { recursive: true, force: true }));
      } catch (problem) {
        if (!(problem instanceof Fault)) throw problem;
        log.warn(`not tidied up: ${problem.message}`, { code: problem.code });
      }
    }
  }
}

/** Removes what is left beside a claim that comes to its end. */
export async function clearScraps(office: Office, claim: string): Promise<void> {
  for (const part of SCRATCH) {
    const scrap = join(office.folders.work, part, claim);
    if (part !== 'refusing') await onDisk(scrap, () => rm(scrap, { recursive: true, force: true }));
  }
}

async function holdsDrop(folder: string): Promise<boolean> {
  return (await onDisk(folder, () => readdir(folder))).some((name) => name !== 'report.html' && name !== 'report.json');
}
