import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import type { JournalLine, JournalStep } from '../../pipeline/model/journal.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { rebuildOffices } from '../../pipeline/wiring/rebuilding.js';
import { dropSamples, plainDraft, problemsOf, registerOf, runOnce, tempOffice, workLeft } from './temp-office.js';

const QUERIES = ['рішення', 'регламент', 'оренда', 'майна', 'закладів освіти', 'благоустрій', 'немає такого слова'];

function regesta(...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/main.js', ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

/** What `register`, `show` and `search` print, byte for byte. */
async function answers(root: string): Promise<string> {
  const opened = await openOffice(root);
  try {
    const rows = await opened.store.register.list({});
    const shown = await Promise.all(rows.map(async (row) => ({ ...row, record: (await opened.readRecord(row)) ?? null })));
    const found = await Promise.all(QUERIES.map((query) => opened.store.index.search(query)));
    return JSON.stringify({ rows, shown, found }, null, 1);
  } finally {
    await opened.close();
  }
}

async function journalOf(root: string): Promise<JournalLine[]> {
  const opened = await openOffice(root);
  const lines: JournalLine[] = [];
  for await (const line of opened.store.journal.lines()) lines.push(line);
  await opened.close();
  return lines;
}

async function loseDatabase(root: string): Promise<void> {
  for (const name of await readdir(root)) if (name.startsWith('regesta.sqlite')) await rm(join(root, name));
}

async function copyOf(root: string): Promise<string> {
  const copy = join(await mkdtemp(join(tmpdir(), 'regesta-rebuild-')), 'office');
  await cp(root, copy, { recursive: true });
  return copy;
}

describe('rebuild', () => {
  let full: string;

  beforeAll(async () => {
    full = await tempOffice();
    await dropSamples(full);
    await runOnce(full);
    const samples = await readdir(join(full, 'samples'));
    await copyFile(join(full, 'samples', samples[0] ?? ''), join(full, 'inbox', 'again.xml'));
    await writeFile(join(full, 'inbox', 'bad.json'), await plainDraft({ title: null }));
    await runOnce(full);
    expect(await problemsOf(full)).toEqual([]);
  });

  test('from the archive and what waits gives the same register, show and search, and the same chain of the journal', async () => {
    const root = await copyOf(full);
    const before = await answers(root);
    const lines = await journalOf(root);
    await loseDatabase(root);
    // What waits there is in no archive yet.
    for (const name of await readdir(join(root, '.work'))) if (name !== 'claims') await rm(join(root, '.work', name), { recursive: true });
    await rm(join(root, 'outbox'), { recursive: true });
    const { code, out } = regesta('rebuild', root);
    expect(out).toContain(`${(await registerOf(root)).length} acts filed, 0 with a number`);
    expect(code).toBe(0);
    expect(await answers(root)).toBe(before);
    const after = await journalOf(root);
    expect(after.slice(0, lines.length)).toEqual(lines);
    expect(after.slice(lines.length)).toMatchObject([{ step: 'rebuilt', detail: { lost: '' } }]);
    expect(await problemsOf(root)).toEqual([]);
    expect((await readdir(root)).filter((name) => name.startsWith('regesta.sqlite.'))).toEqual([]);
  });

  test('over a damaged database keeps the damaged one beside it; run refuses to start with it and names rebuild', async () => {
    const root = await copyOf(full);
    const before = await answers(root);
    await writeFile(join(root, 'regesta.sqlite'), Buffer.alloc(8192, 'damaged'));
    const started = regesta('run', root, '--once');
    expect(started.code).toBe(3);
    expect(started.err).toMatch(/rebuild/);
    expect(regesta('rebuild', root).code).toBe(0);
    expect(await answers(root)).toBe(before);
    const aside = (await readdir(root)).filter((name) => name.includes('.before-'));
    expect(aside).toHaveLength(1);
    expect((await readFile(join(root, aside[0] ?? ''))).toString('latin1', 0, 7)).toBe('damaged');
    expect(regesta('run', root, '--once').code).toBe(0);
  });

  test('is what run asks for where the database is older than the archive, or gone; numbers go on after the last', async () => {
    const root = await tempOffice();
    await writeFile(join(root, 'inbox', '1.json'), await plainDraft({ id: '1' }));
    await runOnce(root);
    await copyFile(join(root, 'regesta.sqlite'), join(root, 'old.sqlite'));
    await writeFile(join(root, 'inbox', '2.json'), await plainDraft({ id: '2' }));
    await runOnce(root);
    for (const old of [true, false]) {
      await loseDatabase(root);
      if (old) await copyFile(join(root, 'old.sqlite'), join(root, 'regesta.sqlite'));
      await writeFile(join(root, 'inbox', '3.json'), await plainDraft({ id: '3' }));
      const started = regesta('run', root, '--once');
      expect(started.code).toBe(3);
      expect(started.err).toContain('older than the archive');
      expect(started.err).toContain(`regesta rebuild ${root}`);
      expect(await readdir(join(root, 'inbox'))).toContain('3.json');
    }
    expect(regesta('rebuild', root).code).toBe(0);
    expect(regesta('run', root, '--once').code).toBe(0);
    expect((await registerOf(root)).map(({ number, state }) => [number, state])).toEqual([
      ['27', 'filed'],
      ['28', 'filed'],
      ['29', 'filed'],
    ]);
    expect(await problemsOf(root)).toEqual([]);
  });

  test('knows the numbers of acts that wait for a signature, and names the lines of the journal that only the database had', async () => {
    const root = await tempOffice();
    const password = await readFile(join(root, 'keys', 'seal.password'));
    await writeFile(join(root, 'inbox', '1.json'), await plainDraft({ id: '1' }));
    await runOnce(root);
    await writeFile(join(root, 'keys', 'seal.password'), 'wrong\n', { mode: 0o600 });
    for (const id of ['2', '3']) await writeFile(join(root, 'inbox', `${id}.json`), await plainDraft({ id }));
    await runOnce(root);
    const before = await answers(root);
    expect((await registerOf(root)).map(({ state }) => state)).toEqual(['filed', 'awaiting-signature', 'awaiting-signature']);
    await loseDatabase(root);
    const { rebuilt } = await rebuildOffices([root]);
    expect(rebuilt).toMatchObject({ acts: 1, unfiled: 2 });
    expect(rebuilt?.lost).toBeGreaterThan(0);
    expect(await answers(root)).toBe(before);
    expect(await problemsOf(root)).toEqual([]);

    await writeFile(join(root, 'keys', 'seal.password'), password, { mode: 0o600 });
    await writeFile(join(root, 'inbox', '4.json'), await plainDraft({ id: '4' }));
    await runOnce(root);
    const rows = await registerOf(root);
    expect(rows.map(({ number, state }) => [number, state])).toEqual(['27', '28', '29', '30'].map((number) => [number, 'filed']));
    for (const [index, { path }] of rows.entries())
      expect(JSON.parse(await readFile(join(root, path, 'record.json'), 'utf8'))).toMatchObject({ id: `${index + 1}` });
    expect(await problemsOf(root)).toEqual([]);
    expect(await workLeft(root)).toEqual([]);
  });

  test('changes nothing where a record does not say what was filed', async () => {
    const root = await copyOf(full);
    const record = join(root, 'archive/2021/decision/27/record.json');
    await writeFile(record, (await readFile(record, 'utf8')).replace('"ordinal": 27', '"ordinal": 72'));
    const before = await readFile(join(root, 'regesta.sqlite'));
    const { code, out } = regesta('rebuild', root);
    expect(code).toBe(1);
    expect(out).toContain('archive/2021/decision/27/record.json');
    expect(await readFile(join(root, 'regesta.sqlite'))).toEqual(before);
    expect((await readdir(root)).filter((name) => name.startsWith('regesta.sqlite.'))).toEqual([]);
  });

  test('changes nothing where the database that is there knows an act that no file does', async () => {
    const root = await copyOf(full);
    const last = (await registerOf(root)).at(-1)?.path ?? '';
    await rename(join(root, last), join(root, 'lost'));
    const { code, out } = regesta('rebuild', root);
    expect(code).toBe(1);
    expect(out).toContain(`PROBLEM act-missing   ${last}`);
    expect((await registerOf(root)).at(-1)?.path).toBe(last);
    await loseDatabase(root);
    expect(regesta('rebuild', root).out).toContain('before anything is run');
  });

  test('makes nothing of an empty archive', async () => {
    const root = await copyOf(full);
    await rm(join(root, 'archive'), { recursive: true });
    const { code, err } = regesta('rebuild', root);
    expect([code, err.trim().split('\n').length]).toEqual([3, 1]);
    expect(err).toContain('is its disk mounted?');
    expect((await registerOf(root)).length).toBeGreaterThan(0);
  });

  test('begins anew where an earlier one was killed on the way', async () => {
    const root = await copyOf(full);
    const before = await answers(root);
    await rename(join(root, 'regesta.sqlite'), join(root, 'regesta.sqlite.before-1'));
    await writeFile(join(root, 'regesta.sqlite.rebuilding'), 'half');
    await writeFile(join(root, 'regesta.sqlite.rebuilding-wal'), 'half');
    expect(regesta('rebuild', root).code).toBe(0);
    expect(await answers(root)).toBe(before);
  });
});

describe('killed, its database lost, rebuilt and started again', () => {
  const NAMES = ['01-reglament.xml', '02-pro-orendu.json', '04-zakhody-z-blahoustroiu.zip'];
  let undisturbed: unknown;

  const start = async (root: string): Promise<ChildProcess> => {
    for (const name of NAMES) await copyFile(join(root, 'samples', name), join(root, 'inbox', name));
    return spawn(process.execPath, ['dist/main.js', 'run', root, '--once'], { stdio: 'ignore' });
  };
  const outcome = async (root: string): Promise<unknown> =>
    Promise.all(
      (await registerOf(root)).map(async (row) => {
        const { files, pdf } = JSON.parse(await readFile(join(root, row.path, 'record.json'), 'utf8')) as ArchiveRecord;
        return { ...row, files: files.filter((file) => file.path !== 'act.pdf'), unsigned: pdf.revisions[0] };
      }),
    );

  beforeAll(async () => {
    const root = await tempOffice();
    await once(await start(root), 'exit');
    undisturbed = await outcome(root);
  });

  test.each([
    ['registered', 1],
    ['rendered', 2],
    ['filed', 1],
    ['registered', 3],
  ] as const satisfies readonly (readonly [JournalStep, number])[])(
    'after «%s» number %i: the same acts and numbers',
    async (step, nth) => {
      const root = await tempOffice();
      const child = await start(root);
      const opened = await openOffice(root);
      for (let seen = 0; seen < nth && child.exitCode === null; await pause(1)) {
        seen = 0;
        for await (const line of opened.store.journal.lines()) if (line.step === step) seen += 1;
      }
      child.kill('SIGKILL');
      if (child.signalCode === null && child.exitCode === null) await once(child, 'exit');
      await opened.close();
      await loseDatabase(root);
      const { rebuilt } = await rebuildOffices([root]);
      expect((rebuilt?.acts ?? 0) + (rebuilt?.unfiled ?? 0)).toBeGreaterThanOrEqual(nth);
      await runOnce(root);
      expect(await outcome(root)).toEqual(undisturbed);
      expect(await problemsOf(root)).toEqual([]);
      expect(await workLeft(root)).toEqual([]);
    },
  );
});
