import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { plainDraft, tempOffice } from '../scenarios/temp-office.js';
import type { ChildInjection, CountedCall, Injection } from './injected.js';

/** The clerk of the demonstration office whose folder one of the drops lies in. */
const CLERK = 'олена';

/** One office with its drops, copied for every try; and the program that is loaded before the one under test. */
export interface CrashOffice {
  /** The bytes of each drop, under its path in the inbox. */
  readonly drops: ReadonlyMap<string, Buffer>;
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

/** An office of six drops: sound, with an annex in a ZIP, faulty, secret, sound with a warning from a clerk, and the first one's bytes again. */
export async function crashOffice(): Promise<CrashOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'regesta-crash-'));
  const preload = join(folder, 'injected.mjs');
  await writeFile(preload, await compiled('injected.ts'));
  const origin = await tempOffice((settings) => settings.replace('scan: 10s', 'scan: 300ms'));
  const drops = await dropsOf(origin);
  for (const [path, bytes] of drops) {
    await mkdir(join(origin, 'inbox', CLERK), { recursive: true });
    await writeFile(join(origin, 'inbox', path), bytes);
  }
  await rm(join(origin, 'samples'), { recursive: true });
  let made = 0;
  return {
    drops,
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

async function dropsOf(office: string): Promise<Map<string, Buffer>> {
  const zip = await readFile(join(office, 'samples', '04-zakhody-z-blahoustroiu.zip'));
  // All of one day: else those that come late after a failure would have a warning more.
  const adoption = { date: '2021-03-09', total: 30, present: 24, for: 24, against: 0, abstained: 0 };
  const draft = async (change: Readonly<Record<string, unknown>>): Promise<Buffer> =>
    Buffer.from(await plainDraft({ adoption, ...change }));
  return new Map([
    ['1-звичайне.json', await draft({})],
    ['2-з додатком.zip', zip],
    ['3-хибне.json', await draft({ title: 'План роботи', signatory: null })],
    ['4-таємне.json', await draft({ access: 'secret', title: 'Про інше' })],
    [`${CLERK}/5-із зауваженням.json`, await draft({ title: 'Про затвердження Правил користування бібліотекою' })],
    ['6-те саме.json', await draft({})],
  ]);
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
