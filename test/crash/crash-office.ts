import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { CrashPlan } from './crash-plans.js';
import type { ChildInjection, CountedCall, Injection } from './injected.js';

/** One office with its drops, copied for every try; and the program that is loaded before the one under test. */
export interface CrashOffice {
  /** The bytes that must not be lost, under a path that says where they lie. */
  readonly drops: ReadonlyMap<string, Buffer>;
  /** How many files one failed call may keep from their end. */
  readonly together: number;
  /** Folders of an untouched office, relative to it, itself among them. */
  readonly folders: readonly string[];
  /** An office with the drops in its inbox, untouched. */
  fresh(): Promise<string>;
  /** Starts `regesta run --once` in a process of its own. */
  start(office: string, injection: Injection): Run;
  /** Removes an office. */
  remove(office: string): Promise<void>;
  /** Removes everything. */
  end(): Promise<void>;
}

export interface Run {
  /** How it ended, and what it said to the operator. */
  readonly ended: Promise<Ending>;
  /** Everything counted so far; nothing while it has not begun. */
  calls(): Promise<CountedCall[]>;
  /** Lets it go on that was stopped. */
  wake(): void;
}

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
}

/** The office of a plan, made once. */
export async function crashOffice({ make, together }: CrashPlan): Promise<CrashOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'regesta-crash-'));
  const preload = join(folder, 'injected.mjs');
  await writeFile(preload, await compiled('injected.ts'));
  const { office: origin, drops } = await make();
  let made = 0;
  return {
    drops,
    together,
    folders: ['', ...(await foldersIn(origin))],
    async fresh() {
      made += 1;
      const office = join(folder, `office-${made}`);
      await cp(origin, office, { recursive: true, preserveTimestamps: true });
      return office;
    },
    start: (office, injection) => start(preload, office, injection),
    async remove(office) {
      await rm(office, { recursive: true });
      await rm(listOf(office), { force: true });
    },
    async end() {
      await rm(folder, { recursive: true, force: true });
      await rm(join(origin, '..'), { recursive: true, force: true });
    },
  };
}

async function foldersIn(office: string): Promise<string[]> {
  const entries = await readdir(office, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => relative(office, join(entry.parentPath, entry.name)));
}

async function compiled(name: string): Promise<string> {
  const source = await readFile(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}

function listOf(office: string): string {
  return `${office}.calls`;
}

function start(preload: string, office: string, injection: Injection): Run {
  const list = listOf(office);
  const told: ChildInjection = { ...injection, office, list };
  const child = spawn(process.execPath, ['--import', preload, 'dist/main.js', 'run', office, '--once'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, REGESTA_INJECTION: JSON.stringify(told) },
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = once(child, 'close').then(
    ([code, signal]): Ending => ({ code: code as Ending['code'], signal: signal as Ending['signal'], said }),
  );
  return { ended, calls: () => readCalls(list), wake: () => void child.kill('SIGCONT') };
}

async function readCalls(list: string): Promise<CountedCall[]> {
  const text = await readFile(list, 'utf8').catch(() => '');
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as CountedCall);
}
