import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { afterAll, describe, expect, test } from 'vitest';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { type ManyOffices, manyDrafts, manyOffices } from './many-offices.js';

const SERVER = process.env['REGESTA_TEST_POSTGRES'];
const DRAFTS = Number(process.env['REGESTA_DRAFTS'] ?? 1000);
const MAIN = process.env['REGESTA_MAIN'] ?? 'dist/main.js';
const RUNNERS = 10;
const OPENING = 27;

if (SERVER === undefined) throw new Error('REGESTA_TEST_POSTGRES names no server: .ci/with-postgres npm run many-runners');

function start(root: string): ChildProcess {
  return spawn(process.execPath, [MAIN, 'run', root, '--once'], { stdio: ['ignore', 'ignore', openSync(`${root}.log`, 'a')] });
}

/** What the runners of a folder have warned of. */
async function warnings(root: string): Promise<string[]> {
  const lines = (await readFile(`${root}.log`, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.filter((line) => !line.startsWith('{"level":30'));
}

async function ended(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode ?? child.signalCode;
}

async function countFiled(db: Knex): Promise<number> {
  const exists = await db.schema.hasTable('entry');
  return exists ? Number((await db('entry').where({ state: 'filed' }).count<{ count: string }[]>({ count: '*' }))[0]?.count) : 0;
}

/** Kills the process while it has a claim in hand; gives the claim. */
async function killAtWork(db: Knex, child: ChildProcess, root: string): Promise<string> {
  for (;;) {
    child.kill('SIGSTOP');
    const claims: string[] = await db('lease').join('runner', 'runner.id', 'lease.runner').where('runner.pid', child.pid).pluck('claim');
    for (const claim of claims) {
      const lies = await access(join(root, '.work/claims', claim)).then(
        () => true,
        () => false,
      );
      if (!lies) continue;
      child.kill('SIGKILL');
      await ended(child);
      return claim;
    }
    child.kill('SIGCONT');
    if (child.exitCode !== null) throw new Error('the runner ended before it could be killed');
    await pause(5);
  }
}

describe.each([
  ['one folder', 1],
  ['ten folders', RUNNERS],
])(`${RUNNERS} processes on one register, ${DRAFTS} drafts in %s, one process killed in the middle`, (layout, folders) => {
  let offices: ManyOffices | undefined;
  afterAll(() => offices?.remove());

  test('give every draft its number once, without a gap, and finish what the dead one had in hand', async () => {
    offices = await manyOffices(SERVER, folders);
    const { db, roots } = offices;
    const rootOf = (n: number): string => roots[n % folders] ?? '';
    for (const [n, draft] of (await manyDrafts(DRAFTS)).entries()) await writeFile(join(rootOf(n), 'inbox', `${n + 1}.json`), draft);

    const started = performance.now();
    const children = Array.from({ length: RUNNERS }, (_, n) => start(rootOf(n)));
    while ((await countFiled(db)) < DRAFTS / 3) await pause(20);
    const victim = children[3];
    if (victim === undefined) throw new Error('no runner');
    const claim = await killAtWork(db, victim, rootOf(3));
    // In one folder the nine others go on with its work; in a folder of its own somebody must be started there.
    const successor = folders === 1 ? [] : [start(rootOf(3))];
    const codes = await Promise.all([...children.filter((child) => child !== victim), ...successor].map(ended));
    const seconds = (performance.now() - started) / 1000;

    expect((await Promise.all(roots.map(warnings))).flat()).toEqual([]);
    expect(codes.filter((code) => code !== 0)).toEqual([]);
    const rows = await db('entry').orderBy('ordinal');
    expect(rows.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: DRAFTS }, (_, n) => OPENING + n));
    expect(new Set(rows.map(({ drop }) => drop)).size).toBe(DRAFTS);
    expect(rows.filter(({ state }) => state !== 'filed')).toEqual([]);
    expect(await db('journal').where({ claim, step: 'filed' }), 'the work of the dead one').toHaveLength(1);
    expect(await db('lease')).toEqual([]);
    for (const root of roots) {
      expect(await readdir(join(root, '.work/claims'))).toEqual([]);
      expect(await readdir(join(root, 'refused'))).toEqual([]);
      const opened = await openOffice(root);
      const { problems, signatures } = await opened.verify();
      await opened.close();
      expect(problems).toEqual([]);
      expect(signatures.length).toBe((2 * DRAFTS) / folders);
    }
    const [first, last] = await Promise.all(['asc', 'desc'].map((order) => db('journal').orderBy('seq', order).first('at')));
    const working = (Date.parse(last.at) - Date.parse(first.at)) / 1000;
    process.stdout.write(
      `${layout}: ${DRAFTS} drafts, ${RUNNERS} processes: ${seconds.toFixed(1)} s with their starts, ${working.toFixed(1)} s from the first line to the last, ${(DRAFTS / working).toFixed(1)} acts a second\n`,
    );
  });
});
