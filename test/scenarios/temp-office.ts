import { copyFile, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log, Problem, RegisterRow } from '../../pipeline/model/ports.js';
import { makeOffice } from '../../pipeline/wiring/making.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { runOffice } from '../../pipeline/wiring/running.js';
import { type Tally, work } from '../../pipeline/working.js';

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A demonstration office in a temporary folder; files settle at once, so that tests need not wait. */
export async function tempOffice(change: (settings: string) => string = (settings) => settings): Promise<string> {
  const root = await makeOffice(join(await mkdtemp(join(tmpdir(), 'regesta-test-')), 'office'), true);
  const file = join(root, 'office.yaml');
  const settings = (await readFile(file, 'utf8')).replace('settle: 2s', 'settle: 20ms');
  await writeFile(file, change(settings));
  return root;
}

/** Takes once what lies in the inbox. */
export async function runOnce(root: string, log: Log = quiet): Promise<Tally> {
  const running = await runOffice(root, log);
  try {
    return await work(running, { once: true, log, onStop: () => undefined });
  } finally {
    await running.close();
  }
}

export async function registerOf(root: string): Promise<RegisterRow[]> {
  const opened = await openOffice(root);
  try {
    return await opened.store.register.list({});
  } finally {
    await opened.close();
  }
}

/** What `verify` finds wrong. */
export async function problemsOf(root: string): Promise<readonly Problem[]> {
  const opened = await openOffice(root);
  try {
    return (await opened.verify()).problems;
  } finally {
    await opened.close();
  }
}

export async function dropSamples(root: string, isWanted: (name: string) => boolean = () => true): Promise<string[]> {
  const names = (await readdir(join(root, 'samples'))).filter(isWanted).sort();
  for (const name of names) await copyFile(join(root, 'samples', name), join(root, 'inbox', name));
  return names;
}

/** The two-page decision, changed. */
export async function plainDraft(change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const draft = JSON.parse(await readFile('fixtures/kinds/decision/two-pages.json', 'utf8')) as Record<string, unknown>;
  return JSON.stringify({ ...draft, ...change }, null, 1);
}

/** Relative paths of all files under a folder, sorted. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Puts a file where a process that was killed just after it had claimed it would have left it; gives the claim. */
export async function dropClaimed(root: string, name: string, text: string): Promise<string> {
  const claim = '20260102T000000000Z-00001';
  const folder = join(root, '.work/claims', claim);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '.claim.json'), JSON.stringify({ name, droppedBy: null, receivedAt: '2026-01-02T00:00:00.000Z' }));
  await writeFile(join(folder, name), text);
  return claim;
}

/** Files in the work area but the locks that lie there always. */
export async function workLeft(root: string): Promise<string[]> {
  return (await filesIn(join(root, '.work'))).filter((name) => !name.endsWith('lock.sqlite'));
}
