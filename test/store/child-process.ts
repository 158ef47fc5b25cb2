import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['pipeline/model', 'pipeline/language', 'pipeline/store', 'test/store'];

/** The sources compiled as they are now, where a child of plain `node` finds both them and our packages. */
export interface Built {
  /** Starts `test/store/<name>.ts` with arguments and gives its first message; the child stays alive. */
  start(name: string, ...args: string[]): Promise<{ readonly child: ChildProcess; readonly message: unknown }>;
  /** Runs `test/store/<name>.ts` to its end and gives its last message. */
  run(name: string, ...args: string[]): Promise<unknown>;
  remove(): Promise<void>;
}

export function buildForChildren(): Built {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const target = mkdtempSync(join(cache, 'store-test-'));
  writeFileSync(join(target, 'package.json'), '{"type":"module"}');
  for (const folder of FOLDERS) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
      const source = join(root, folder, file);
      const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), {
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true },
      });
      const out = join(target, relative(root, source)).replace(/\.ts$/, '.js');
      mkdirSync(dirname(out), { recursive: true });
      writeFileSync(out, outputText);
    }
  }
  const launch = (name: string, args: string[]): ChildProcess =>
    fork(join(target, 'test/store', `${name}.js`), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    start: (name, ...args) =>
      new Promise((resolve, reject) => {
        const child = launch(name, args);
        child.once('message', (message) => resolve({ child, message }));
        child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it said anything`)));
      }),
    run: (name, ...args) =>
      new Promise((resolve, reject) => {
        let last: unknown;
        const child = launch(name, args);
        child.on('message', (message) => {
          last = message;
        });
        child.once('exit', (code) => (code === 0 ? resolve(last) : reject(new Error(`${name} ended with ${code}`))));
      }),
    remove: () => rm(target, { recursive: true, force: true }),
  };
}

/** Ends a child as a power cut would, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
