import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { sha256 } from '../../pipeline/model/digest.js';
import { onDatabase } from '../scenarios/office-engines.js';
import { filesIn, runOnce } from '../scenarios/temp-office.js';
import { endWriter, type ScratchStore, silence, type TestEngine } from '../store/scratch-store.js';
import type { CrashOffice, Run } from './crash-office.js';
import type { CountedCall } from './injected.js';
import { breaches, leftInWork, numbersOf, problemsOf } from './office-state.js';

/** What came of a runner that slept at one of its changes while another took its work over. */
export interface Slept {
  readonly change: Change;
  /** The change it slept before; undefined if it ended before it. */
  readonly before: CountedCall | undefined;
  readonly faults: readonly string[];
}

const LONGEST_MS = 60_000;

/** Changes on disk of a run on PostgreSQL that nothing disturbs. */
export async function changesOf(base: CrashOffice, engine: TestEngine): Promise<number> {
  const { office, scratch } = await onServer(base, engine);
  const run = base.start(office, { blow: 'none', at: 0, times: 0, code: '' });
  await run.ended;
  const calls = await run.calls();
  await base.remove(office);
  await scratch.remove();
  return Math.max(...calls.map(({ change }) => change));
}

/** Which change: of those on paths that have `only` in them, where it is given. */
export interface Change {
  readonly at: number;
  readonly only?: string;
}

/**
 * Lets a runner fall asleep before a change, for longer than it may be silent, and the server give its transaction up; another settles all there is;
 * then the first one wakes. It must change nothing any more, and say no word of a bug.
 */
export async function trySleep(base: CrashOffice, engine: TestEngine, change: Change): Promise<Slept> {
  const { office, scratch } = await onServer(base, engine);
  const db = scratch.raw();
  const sleeper = base.start(office, { ...change, blow: 'stop', times: 1, code: '' });
  const before = await asleep(sleeper);
  const faults: string[] = [];
  if (before !== undefined) {
    if (await db.schema.hasTable('runner')) await silence(db);
    await endWriter(db);
    faults.push(...(await settleAll(office)), ...(await breaches(office, base.drops)), ...(await problemsOf(office)));
    const settled = await seen(office, db);
    sleeper.wake();
    const { code, said } = await sleeper.ended;
    // That the server has ended its transaction is a fault to it, and no more.
    if (code !== 0 && code !== 1 && !/"code":"database-busy"/.test(said)) faults.push(`it ended with ${code}: ${said}`);
    if (/"code":"bug"|unexpected error/.test(said)) faults.push(`it said: ${said}`);
    const after = await seen(office, db);
    for (const [what, value] of Object.entries(settled))
      faults.push(...differences(value, after[what] ?? '').map((line) => `${what}: ${line}`));
    // Scraps of a refusal are tidied up by the next start.
    faults.push(...(await settleAll(office)), ...(await problemsOf(office)), ...(await leftInWork(office)).map((path) => `left: ${path}`));
    const leases = await db('lease').pluck('claim');
    if (leases.length > 0) faults.push(`leases left: ${leases.join(', ')}`);
  }
  await db.destroy();
  if (faults.length === 0) {
    await base.remove(office);
    await scratch.remove();
  }
  return { change, before, faults: faults.length === 0 ? [] : [...faults, `office kept: ${office}`] };
}

async function onServer(base: CrashOffice, engine: TestEngine): Promise<{ readonly office: string; readonly scratch: ScratchStore }> {
  const [office, scratch] = [await base.fresh(), await engine.scratchStore()];
  const file = join(office, 'office.yaml');
  await writeFile(file, onDatabase(scratch.database)(await readFile(file, 'utf8')));
  for (const name of await readdir(office)) if (name.startsWith('regesta.sqlite')) await rm(join(office, name));
  return { office, scratch };
}

/** The change before which it sleeps; undefined if it has ended. */
async function asleep(run: Run): Promise<CountedCall | undefined> {
  let isOver = false;
  void run.ended.then(() => {
    isOver = true;
  });
  for (let waited = 0; waited < LONGEST_MS; waited += 20) {
    const struck = (await run.calls()).find((call) => call.struck);
    if (struck !== undefined || isOver) return struck;
    await pause(20);
  }
  throw new Error('it neither sleeps nor ends');
}

async function settleAll(office: string): Promise<string[]> {
  const said: string[] = [];
  const note = (message: string, fields?: Readonly<Record<string, unknown>>) =>
    void said.push(`the other said: ${message} ${JSON.stringify(fields)}`);
  const { settled, left } = await runOnce(office, { info: () => undefined, warn: note, error: note });
  if (settled.fault > 0 || left.length > 0) said.push(`the other could not settle all: ${JSON.stringify({ settled, left })}`);
  const waiting = await filesIn(join(office, 'inbox'));
  if (waiting.length > 0) said.push(`not taken: ${waiting.join(', ')}`);
  return said;
}

function differences(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

/** What people, and whoever opens the database, see. */
async function seen(office: string, db: Knex): Promise<Readonly<Record<string, string>>> {
  const trays: Record<string, string> = {};
  for (const tray of ['inbox', 'outbox', 'refused', 'archive']) {
    const files = await filesIn(join(office, tray));
    const digests = await Promise.all(files.map(async (file) => `${file} ${sha256(await readFile(join(office, tray, file)))}`));
    trays[tray] = digests.join('\n');
  }
  const lines: string[] = await db('journal').orderBy('seq').pluck('hash');
  return { ...trays, journal: lines.join('\n'), register: (await numbersOf(office)).join('\n') };
}
