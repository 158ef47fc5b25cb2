import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { PACKAGE } from '../../pipeline/wiring/package-paths.js';
import { watchMemory } from './memory.js';

/** A process that ended as it should. */
export interface Ended {
  /** From its start to its end. */
  readonly ms: number;
  readonly peakMb: number | null;
  readonly output: string;
}

export interface StartOptions {
  /** Is given each line of standard error, and what ends the process as an operator would. */
  readonly onLine?: (line: string, end: () => void) => void;
  readonly watchesMemory?: boolean;
}

/** Runs a program to its end; rejects if it cannot be started or ends with another code than 0. */
export async function runProgram(program: string, args: readonly string[], options: StartOptions = {}): Promise<Ended> {
  const begun = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  const memory = options.watchesMemory === true && child.pid !== undefined ? watchMemory(child.pid) : undefined;
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  let said = '';
  createInterface({ input: child.stderr }).on('line', (line) => {
    said = `${said}${line}\n`.slice(-2000);
    options.onLine?.(line, () => child.kill('SIGTERM'));
  });
  let peakMb: number | null = null;
  let ms = 0;
  child.once('exit', () => {
    ms = performance.now() - begun;
    peakMb = memory?.stop() ?? null;
  });
  const [code, signal] = (await closed) as [number | null, string | null];
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code ?? signal}: ${said.trim()}`);
  return { ms, peakMb, output };
}

/** Runs the command line of the program that is built. */
export function runRegesta(args: readonly string[], options?: StartOptions): Promise<Ended> {
  return runProgram(process.execPath, [PACKAGE.program, ...args], options);
}

/** Runs `job` of a module of `jobs/` in a process of its own, which has loaded nothing else. */
export async function inChild<Job extends (input: never) => Promise<unknown>>(
  name: string,
  input: Parameters<Job>[0],
): Promise<Awaited<ReturnType<Job>>> {
  const child = fork(fileURLToPath(new URL('./job-process.js', import.meta.url)), [new URL(`./jobs/${name}.js`, import.meta.url).href], {
    serialization: 'advanced',
  });
  let result: { readonly value: Awaited<ReturnType<Job>> } | undefined;
  child.on('message', (value) => {
    result = { value: value as Awaited<ReturnType<Job>> };
  });
  const closed = once(child, 'close');
  child.send(input);
  const [code, signal] = (await closed) as [number | null, string | null];
  if (result === undefined || code !== 0) throw new Error(`the process of ${name} ended with ${code ?? signal}; what it said stands above`);
  return result.value;
}
