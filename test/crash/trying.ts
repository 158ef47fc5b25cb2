import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Fault } from '../../pipeline/model/fault.js';
import type { Log } from '../../pipeline/model/ports.js';
import { runOffice } from '../../pipeline/wiring/running.js';
import { work } from '../../pipeline/working.js';
import { filesIn } from '../scenarios/temp-office.js';
import type { CrashOffice } from './crash-office.js';
import { type CountedCall, type Injection, inject } from './injected.js';
import { breaches, leftInWork, numbersOf, type OfficeState, problemsOf, stateOf } from './office-state.js';

/** One blow to one run: kills to a process of its own, failures to this one, or while it watches. */
export interface Point extends Injection {
  readonly mode: 'child' | 'once' | 'watch';
}

/** What came of a try: `faults` is empty if all that must hold held. */
export interface Tried {
  readonly point: Point;
  /** The call that was struck; undefined if the run ended before it. */
  readonly struck: CountedCall | undefined;
  readonly faults: readonly string[];
}

/** The run that nothing disturbs: what must come out, and every call that can be struck. */
export interface Undisturbed {
  readonly state: OfficeState;
  readonly calls: readonly CountedCall[];
  /** Path of the office in these calls. */
  readonly office: string;
}

interface Outcome {
  readonly calls: readonly CountedCall[];
  readonly faults: readonly string[];
}

const QUIET: Injection = { blow: 'none', at: 0, times: 0, code: '' };
const WATCHED_MS = 60_000;

export async function undisturbed(base: CrashOffice, mode: Point['mode']): Promise<Undisturbed> {
  const office = await base.fresh();
  const outcome = await struckRun(base, office, { ...QUIET, mode });
  const state = await stateOf(office);
  const faults = [...outcome.faults, ...(await breaches(office, base.drops)), ...(await problemsOf(office))];
  if (faults.length > 0 || state.acts.length === 0) throw new Error(`undisturbed: ${faults.join('; ')}`);
  await base.remove(office);
  return { state, calls: outcome.calls, office };
}

/** Strikes one run, then runs again undisturbed, and tells what did not hold. */
export async function tryPoint(base: CrashOffice, expected: Undisturbed, point: Point): Promise<Tried> {
  const office = await base.fresh();
  const outcome = await struckRun(base, office, point, expected);
  const struck = outcome.calls.find((call) => call.struck);
  const faults = [...outcome.faults, ...(await breaches(office, base.drops)), ...(await foreignNumbers(office, expected))];
  if (point.mode === 'once' && point.times === 1) faults.push(...(await othersStopped(base, office, struck, expected)));
  faults.push(...(await afterRestart(base, office, expected, point.mode !== 'child')));
  if (faults.length === 0) await base.remove(office);
  return { point, struck, faults: faults.length === 0 ? [] : [...faults, `office kept: ${office}`] };
}

function struckRun(base: CrashOffice, office: string, point: Point, expected?: Undisturbed): Promise<Outcome> {
  return point.mode === 'child' ? killedRun(base, office, point) : failedRun(office, point, expected);
}

async function killedRun(base: CrashOffice, office: string, point: Point): Promise<Outcome> {
  const run = base.start(office, point);
  const ending = await run.ended;
  const calls = await run.calls();
  const isRight = calls.some(({ struck }) => struck) ? ending.signal === 'SIGKILL' : ending.code === 1;
  return { calls, faults: isRight ? [] : [`the process ended with ${ending.code ?? ending.signal}: ${ending.said}`] };
}

async function failedRun(office: string, point: Point, expected?: Undisturbed): Promise<Outcome> {
  const { mode } = point;
  const calls: CountedCall[] = [];
  const said: string[] = [];
  const release = inject(office, point, (call) => calls.push(call));
  const ended = await run(office, mode === 'once', said, expected?.state.work);
  release();
  const faults: string[] = [];
  if (ended !== undefined && !(ended instanceof Fault)) faults.push(`the failure was taken for a bug: ${stackOf(ended)}`);
  const struck = calls.find((call) => call.struck);
  if (ended !== undefined && mode === 'watch' && (struck?.call ?? 0) > startOfWork(expected?.calls ?? []))
    faults.push(`the process that watches ended: ${String(ended)}`);
  if (ended !== undefined && struck === undefined) faults.push(`ended undisturbed: ${stackOf(ended)}`);
  return { calls, faults: [...faults, ...said.map((text) => `said: ${text}`)] };
}

/** Runs an office as the command does; what ended it but its own end. `said` gets the failures that were taken for bugs. */
async function run(office: string, isOnce: boolean, said: string[], atEnd: readonly string[] = []): Promise<unknown> {
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (message, fields) => {
      if (fields?.['code'] === 'bug' || fields?.['stack'] !== undefined) said.push(`${message} ${JSON.stringify(fields)}`);
    },
  };
  try {
    const running = await runOffice(office, log);
    try {
      let stop = (): void => undefined;
      const working = work(running, { once: isOnce, log, onStop: (given) => (stop = given) });
      if (!isOnce) await Promise.race([working, untilAllIsTaken(office, said, atEnd).finally(() => stop())]);
      await working;
    } finally {
      await running.close();
    }
    return undefined;
  } catch (problem) {
    return problem;
  }
}

/** Until nothing lies in the inbox, and in the work area what is to stay there. */
async function untilAllIsTaken(office: string, said: string[], atEnd: readonly string[]): Promise<void> {
  let waiting: string[] = [];
  let work: string[] = [];
  for (let waited = 0; waited < WATCHED_MS; waited += 50) {
    await pause(50);
    waiting = (await filesIn(join(office, 'inbox')).catch(() => ['inbox'])).filter((path) => !/\.regesta-probe$/.test(path));
    work = await leftInWork(office);
    if (waiting.length === 0 && isDeepStrictEqual(work, atEnd)) return;
  }
  said.push(`not taken within a minute: ${[...waiting, ...work].join(', ')}`);
}

/** The number of the call after which drops are taken; what fails before it may end the process with a message. */
function startOfWork(calls: readonly CountedCall[]): number {
  return calls.find(({ name, on }) => name === 'readdir' && on.endsWith('/inbox'))?.call ?? 0;
}

/** N2: nothing has a number that nothing had undisturbed; each series of a year begins as it did then. */
async function foreignNumbers(office: string, { state }: Undisturbed): Promise<string[]> {
  const known = state.acts.map((act) => `${String(act['series'])}/${String(act['year'])}/${String(act['number'])}`);
  const register = (number: string): string => number.split('/', 2).join('/');
  const given = await numbersOf(office);
  return [...new Set(given.map(register))].flatMap((one) => {
    const before = known.filter((number) => register(number) === one);
    const now = given.filter((number) => register(number) === one);
    return now.filter((number, index) => before[index] !== number).map((number) => `N2: ${number} was given`);
  });
}

/** N5: one call that fails keeps no more than one drop from its end, and what belongs to it; but `--once` ends with a fault if it cannot see all that lies in the inbox. */
async function othersStopped(
  { together }: CrashOffice,
  office: string,
  struck: CountedCall | undefined,
  { calls, state }: Undisturbed,
): Promise<string[]> {
  if (struck === undefined || struck.call <= startOfWork(calls) || (struck.change === 0 && struck.on.includes('/inbox'))) return [];
  const staying = state.work.filter((path) => /^claims\/claim\/[^.]/.test(path)).length;
  const waiting = (await waitingIn(join(office, 'inbox'))) + (await waitingIn(join(office, '.work', 'claims'))) - staying;
  return waiting <= together ? [] : [`N5: ${waiting} drops wait after one failed call`];
}

async function afterRestart(base: CrashOffice, office: string, { state }: Undisturbed, isLoose: boolean): Promise<string[]> {
  const faults: string[] = [];
  const ended = await run(office, true, faults);
  if (ended !== undefined) faults.push(`started again, it ended: ${stackOf(ended)}`);
  const now = await stateOf(office).catch((problem: unknown) => stackOf(problem));
  if (typeof now === 'string') faults.push(`the archive cannot be read: ${now}`);
  else if (!isDeepStrictEqual(now, state) && !(isLoose && isDeepStrictEqual(loose(now), loose(state))))
    faults.push(`N3: ${difference(state, now)}`);
  return [...faults, ...(await breaches(office, base.drops)), ...(await problemsOf(office))];
}

/** After a failure a drop may come after those behind it: then numbers change places, and of equal drops another is the duplicate. Nothing else may differ. */
function loose({ acts, given, refused, receipts, work }: OfficeState): unknown {
  // What is printed bears the number.
  const drafts = (files: unknown) =>
    (files as { path: string; sha256: string }[]).filter(({ path }) => /^(?:draft\.|annexes\/)/.test(path));
  const same = acts.map(({ title, state, kind, files }) => ({ title: String(title), state, kind, files: drafts(files) }));
  return {
    numbers: acts.map((act) => act['number']),
    acts: same.toSorted((a, b) => (a.title < b.title ? -1 : 1)),
    given: given.map((path) => path.replace(/\d+\//, '')).sort(),
    refused,
    receipts: receipts.map((receipt) => receipt['sha256']),
    work,
  };
}

function difference(expected: OfficeState, found: OfficeState): string {
  const parts: string[] = [];
  for (const part of ['acts', 'given', 'refused', 'receipts', 'work'] as const) {
    if (isDeepStrictEqual(expected[part], found[part])) continue;
    parts.push(`${part}: ${JSON.stringify(found[part])} instead of ${JSON.stringify(expected[part])}`);
  }
  return parts.join('; ').slice(0, 3000);
}

/** Files that lie in a folder for somebody to take, hidden ones left out. */
async function waitingIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).length;
}

function stackOf(problem: unknown): string {
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
}
