import { appendFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';

/*
 * Counts the calls on files of one office and the statements given to SQLite; at the one that is asked for it ends the process as `kill -9` does, or makes
 * the call fail. Works in this process by `inject`, and in a child that is started with `node --import` and REGESTA_INJECTION. Imports nothing of ours, so it
 * can be compiled alone.
 */

/**
 * What is done at the call: `tear` writes half of what was to be written, then kills; `fail-after` does the work and reports a failure; `stop` lets the
 * process sleep before it until somebody wakes it.
 */
export type Blow = 'none' | 'kill-before' | 'kill-after' | 'tear' | 'fail' | 'fail-after' | 'stop';

export interface Injection {
  readonly blow: Blow;
  /**
   * Which call, from 1. A failure counts all calls; a kill and a stop count changes alone, for between two of them the disk stays as it is; and so
   * does a failure that lasts, for what can be read still can.
   */
  readonly at: number;
  /** How many calls on end fail, `at` the first. */
  readonly times: number;
  /** Code of the failure. */
  readonly code: string;
  /** Only calls on paths that have this in them are counted. */
  readonly only?: string;
}

export interface CountedCall {
  readonly struck: boolean;
  /** 0 for a call that changes nothing. */
  readonly change: number;
  readonly call: number;
  readonly name: string;
  /** Paths, or the beginning of a statement. */
  readonly on: string;
}

/** What a child is told. */
export interface ChildInjection extends Injection {
  /** Absolute path of the office. */
  readonly office: string;
  /** Where its calls are listed, a line of JSON each. */
  readonly list: string;
}

interface Watched {
  readonly injection: Injection;
  /** Absolute; calls on other paths are let through. */
  readonly office: string;
  readonly note: (call: CountedCall) => void;
  calls: number;
  changes: number;
}

type Call = (this: unknown, ...args: unknown[]) => unknown;
type Callable = Record<string, Call>;

export const CHANGES: ReadonlySet<string> = new Set(
  'rename mkdir rm rmdir copyFile writeFile appendFile chmod utimes unlink link symlink truncate'.split(' '),
);
export const READS: ReadonlySet<string> = new Set('readFile readdir stat lstat readlink access statfs realpath'.split(' '));
const HANDLE_CHANGES: ReadonlySet<string> = new Set('writeFile appendFile write truncate sync datasync'.split(' '));
const HANDLE_READS: ReadonlySet<string> = new Set('readFile read stat'.split(' '));
const WRITES: ReadonlySet<string> = new Set('writeFile appendFile write'.split(' '));

/** How SQLite calls what the system calls so; a run that is watched does not make the same calls in the same places twice. */
const IN_SQLITE: Readonly<Record<string, string>> = { ENOSPC: 'SQLITE_FULL', EACCES: 'SQLITE_READONLY', EMFILE: 'SQLITE_CANTOPEN' };

const require = createRequire(import.meta.url);
let watched: Watched | undefined;
let isInstalled = false;

/** From now on watches the files of one office; the function that is given back ends that. */
export function inject(office: string, injection: Injection, note: (call: CountedCall) => void): () => void {
  if (!isInstalled) install(createRequire(process.env['REGESTA_INJECTION'] === undefined ? import.meta.url : (process.argv[1] ?? '')));
  isInstalled = true;
  watched = { injection, office, note, calls: 0, changes: 0 };
  return () => {
    watched = undefined;
  };
}

function isOurs(path: unknown): boolean {
  const text = typeof path === 'string' || Buffer.isBuffer(path) ? path.toString() : '';
  return watched !== undefined && (text === watched.office || text.startsWith(watched.office + sep));
}

/** Counts a call; gives the injection if it is to be struck. */
function striking(name: string, on: string, isChange: boolean): Injection | undefined {
  if (watched === undefined || !on.includes(watched.injection.only ?? '')) return undefined;
  const { injection, note } = watched;
  watched.calls += 1;
  if (isChange) watched.changes += 1;
  const isLasting = injection.times > 1;
  const now = injection.blow.startsWith('fail') && !isLasting ? watched.calls : isChange ? watched.changes : 0;
  const struck = injection.blow !== 'none' && now >= injection.at && now < injection.at + injection.times;
  note({ struck, change: isChange ? watched.changes : 0, call: watched.calls, name, on });
  return struck ? injection : undefined;
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal may take a moment; nothing else may happen until then.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
}

/** What a call has opened and nobody will be given. */
async function closed(result: unknown): Promise<void> {
  if (typeof result === 'object' && result !== null && 'fd' in result) await (result as FileHandle).close();
}

function failure(injection: Injection, name: string, on: string): Error {
  const isOfDatabase = injection.code.startsWith('SQLITE_');
  const code = isOfDatabase === (name === 'sql') ? injection.code : name === 'sql' ? (IN_SQLITE[injection.code] ?? 'SQLITE_IOERR') : 'EIO';
  return Object.assign(new Error(`${code}: injected, ${name} '${on}'`), { code, syscall: name, path: on });
}

/** The call as it is, or struck. `half` does half of the work of a write. */
function around(name: string, on: string, isChange: boolean, work: () => unknown, half?: () => unknown): unknown {
  const injection = striking(name, on, isChange);
  return injection === undefined ? work() : struck(injection, name, on, work, half);
}

async function struck(injection: Injection, name: string, on: string, work: () => unknown, half?: () => unknown): Promise<unknown> {
  switch (injection.blow) {
    case 'kill-before':
      return die();
    case 'tear':
      await half?.();
      return die();
    case 'kill-after':
      await Promise.resolve()
        .then(work)
        .catch(() => undefined);
      return die();
    case 'stop':
      process.kill(process.pid, 'SIGSTOP');
      return work();
    case 'fail-after':
      await closed(await work());
      throw failure(injection, name, on);
    default:
      // A disk that is full has taken what it could.
      if (injection.code === 'ENOSPC') await half?.();
      throw failure(injection, name, on);
  }
}

function install(requireThere: NodeJS.Require): void {
  const promises = require('node:fs/promises') as unknown as Callable;
  const untouched: Callable = { ...promises };
  for (const name of [...CHANGES, ...READS]) {
    const real = untouched[name];
    if (real === undefined) continue;
    promises[name] = (...args) => {
      const [path, second] = args;
      if (!isOurs(path) && !(typeof second === 'string' && isOurs(second))) return real(...args);
      const on = name === 'copyFile' || name === 'rename' || name === 'link' ? `${String(path)} -> ${String(second)}` : String(path);
      return around(name, on, CHANGES.has(name), () => real(...args), halfOf(name, args, real, untouched));
    };
  }
  const open = untouched['open'];
  promises['open'] = async (...args) => {
    const [path, flags] = args;
    if (open === undefined || !isOurs(path)) return open?.(...args);
    const makes = typeof flags === 'string' && /[wa]/.test(flags);
    const handle = (await around('open', `${String(path)} ${String(flags)}`, makes, () => open(...args))) as FileHandle;
    watchHandle(handle as unknown as Callable, String(path));
    return handle;
  };
  syncBuiltinESMExports();
  watchStatements((requireThere('sqlite3') as { Database: { prototype: Callable } }).Database.prototype);
}

function watchHandle(handle: Callable, path: string): void {
  for (const name of [...HANDLE_CHANGES, ...HANDLE_READS]) {
    const real = handle[name];
    if (real === undefined) continue;
    handle[name] = (...args) =>
      around(`handle.${name}`, path, HANDLE_CHANGES.has(name), () => real.apply(handle, args), halfOf(name, args, real, handle));
  }
}

function watchStatements(database: Callable): void {
  for (const name of ['run', 'all']) {
    const real = database[name];
    if (real === undefined) continue;
    database[name] = function (this: unknown, ...args) {
      const [sql, bindings, done] = args as [string, unknown, (error: Error | null, rows?: unknown) => void];
      // To begin or to undo asks nothing of the disk.
      if (!isOurs((this as { filename?: unknown }).filename) || /^\s*(?:BEGIN|ROLLBACK)/i.test(sql)) return real.apply(this, args);
      const on = sql.slice(0, 60);
      const injection = striking('sql', on, !/^\s*(?:SELECT|PRAGMA)/i.test(sql));
      if (injection === undefined) return real.apply(this, args);
      if (injection.blow === 'fail') return queueMicrotask(() => done(failure(injection, 'sql', on)));
      if (injection.blow === 'kill-after') return real.call(this, sql, bindings, die);
      if (injection.blow === 'fail-after') return real.call(this, sql, bindings, () => done(failure(injection, 'sql', on)));
      return die();
    };
  }
}

/** Half of what a write would write, in the place where it would. */
function halfOf(name: string, args: readonly unknown[], real: Call, owner: Callable): (() => unknown) | undefined {
  const half = (data: unknown): unknown => {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data instanceof Uint8Array ? data : Buffer.alloc(0);
    return bytes.subarray(0, Math.floor(bytes.length / 2));
  };
  if (WRITES.has(name)) {
    const isHandle = 'fd' in owner;
    return () => real.apply(owner, isHandle ? [half(args[0])] : [args[0], half(args[1]), ...args.slice(2)]);
  }
  if (name !== 'copyFile') return undefined;
  const { readFile, writeFile } = owner;
  return async () => writeFile?.(args[1], half(await readFile?.(args[0])));
}

const told = process.env['REGESTA_INJECTION'];
if (told !== undefined) {
  const { office, list, ...injection } = JSON.parse(told) as ChildInjection;
  inject(office, injection, (call) => appendFileSync(list, `${JSON.stringify(call)}\n`));
}
