import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesIn, plainDraft, registerOf, runOnce, tempOffice } from './temp-office.js';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function regesta(...args: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/main.js', ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

describe('the command line', () => {
  let root: string;
  let bad: string;
  let good: string;

  beforeAll(async () => {
    root = await tempOffice();
    await writeFile(join(root, 'inbox', '1.json'), await plainDraft({ id: '1' }));
    await runOnce(root);
    const folder = await mkdtemp(join(tmpdir(), 'regesta-drafts-'));
    [good, bad] = [join(folder, 'good.json'), join(folder, 'bad.json')];
    await writeFile(good, await plainDraft({ id: '2' }));
    await writeFile(bad, await plainDraft({ title: null, id: '2' }));
  });

  test.each([
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['register', '.', '--frobnicate']],
    ['a folder that is no office', ['register', '/']],
    ['a file that is not there', ['check', '/nowhere.json']],
    ['a name of an act that is none', ['show', '.', 'decision']],
    ['a measure without an office', ['check', 'package.json', '--measure']],
    ['a kind that there is not', ['new', 'novel']],
    ['a skeleton of nothing', ['new']],
    ['a list of tasks and a task', ['new', '2', '--list']],
    ['a skeleton over a file that is there', ['new', 'decision', '--out', 'package.json']],
    ['a skeleton in a file named for another format', ['new', 'decision', '--json', '--out', 'new.xml']],
  ])('ends with 2 and one plain line for %s', (_, args) => {
    const { code, err } = regesta(...args);
    expect(code).toBe(2);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('init over an office ends with 2 and changes nothing', async () => {
    const before = await readFile(join(root, 'office.yaml'), 'utf8');
    expect(regesta('init', root, '--demo').code).toBe(2);
    expect(await readFile(join(root, 'office.yaml'), 'utf8')).toBe(before);
  });

  test('a plain office has settings that can be read and no keys', async () => {
    const plain = join(await mkdtemp(join(tmpdir(), 'regesta-plain-')), 'office');
    expect(regesta('init', plain).code).toBe(0);
    expect(regesta('register', plain, '--json')).toMatchObject({ code: 0, out: '[]\n' });
    expect((await readdir(plain)).sort()).toEqual([
      '.work',
      'archive',
      'inbox',
      'office.schema.json',
      'office.yaml',
      'outbox',
      'refused',
      'regesta.sqlite',
    ]);
  });

  test('register, search and show say the same of an act; what is not there is 1', () => {
    const [row] = JSON.parse(regesta('register', root, 'decision', '--year', '2021', '--json').out) as unknown[];
    expect(row).toMatchObject({
      series: 'decision',
      year: 2021,
      number: '27',
      ordinal: 27,
      kind: 'decision',
      state: 'filed',
      path: 'archive/2021/decision/27',
    });
    expect(JSON.parse(regesta('search', root, 'закладів', 'освіти', '--json').out)).toEqual([row]);
    expect(JSON.parse(regesta('show', root, 'decision/2021/27', '--json').out)).toMatchObject(row as object);
    expect(regesta('show', root, 'decision/1900/1').code).toBe(1);
    expect(JSON.parse(regesta('register', root, 'order', '--json').out)).toEqual([]);
  });

  test('new writes a draft that can be checked, and names the kinds there are for one that there is not', async () => {
    const out = join(await mkdtemp(join(tmpdir(), 'regesta-new-')), 'new.xml');
    expect(regesta('new', 'decision', '--office', root, '--out', out)).toMatchObject({ code: 0, out: '' });
    expect(await readFile(out, 'utf8')).toContain('<name>Віталій НЕМЕРЕЦЬ</name>');
    expect(JSON.parse(regesta('new', 'decision').out)).toMatchObject({ kind: 'decision', title: '' });
    const findings = JSON.parse(regesta('check', out, '--json').out) as { rule: string }[];
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['5.6-title', '5.6-stating', '5.6-operative']));
    expect(findings.filter(({ rule }) => rule.startsWith('T-'))).toEqual([]);
    expect(regesta('new', 'novel').err).toContain('decision');
  });

  test('new begins the act of a task, and tells what nobody held against the law', async () => {
    const begun = regesta('new', '39.22', '--office', root);
    expect(begun.code).toBe(0);
    expect(begun.err).toContain('let a lawyer confirm it: п. 47 ч. 1 ст. 26');
    expect(JSON.parse(begun.out)).toMatchObject({
      kind: 'council-decision',
      adoption: { total: 34 },
      signatory: { name: 'Віталій НЕМЕРЕЦЬ' },
    });
    const out = join(await mkdtemp(join(tmpdir(), 'regesta-new-')), 'task.xml');
    expect(regesta('new', '2', '--out', out)).toEqual({ code: 0, out: '', err: '' });
    const findings = JSON.parse(regesta('check', out, '--json').out) as { rule: string }[];
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['T-unwritten', '6.1-adoption']));
  });

  test('new says of a task that ends in no act what serves it, and why there is none', () => {
    expect(regesta('new', '5')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('regesta due') });
    expect(regesta('new', '39.19').err).toMatch(/nothing here serves it yet[\s\S]*law since 2012-11-28, to be confirmed/);
  });

  test('new --list has all tasks', () => {
    expect(regesta('new', '--list').out.trim().split('\n')).toHaveLength(66);
    const tasks = JSON.parse(regesta('new', '--list', '--json').out) as { id: string; ends: { is: string } }[];
    expect(tasks.filter(({ ends }) => ends.is === 'act')).toHaveLength(39);
  });

  test('check finds all and leaves no trace', async () => {
    const before = await filesIn(root);
    const judged = regesta('check', good, bad, '--office', root, '--measure', '--json');
    expect(judged.code).toBe(1);
    const findings = JSON.parse(judged.out) as { file: string; clause: string }[];
    expect(findings).toMatchObject([{ file: bad, clause: '5.6' }]);
    expect(regesta('check', good, '--office', root, '--json')).toMatchObject({ code: 0, out: '[]\n' });
    expect(await filesIn(root)).toEqual(before);
  });

  test('check without an office says which rules it did not ask', () => {
    const { code, out, err } = regesta('check', good, '--json');
    expect([code, out]).toEqual([0, '[]\n']);
    expect(err).toContain('5.1-signatory');
  });

  test('verify judges a file by the roots it is given', async () => {
    const pdf = join(root, 'archive/2021/decision/27/act.pdf');
    const trusted = JSON.parse(regesta('verify', pdf, '--trust', join(root, 'keys/root.crt'), '--json').out) as { signatures: unknown[] };
    expect(trusted).toMatchObject({
      valid: true,
      signatures: [
        { role: 'signatory', trusted: true, laterChanges: 'allowed' },
        { role: 'seal', trusted: true, coversWholeFile: true },
      ],
    });
    expect(JSON.parse(regesta('verify', pdf, '--json').out)).toMatchObject({
      valid: true,
      signatures: [{ trusted: null }, { trusted: null }],
    });
    const other = await tempOffice();
    expect(regesta('verify', pdf, '--trust', join(other, 'keys/root.crt')).code).toBe(1);
    expect(regesta('verify', root).code).toBe(0);
  });

  test('a second process on one office ends with 2 and says who holds it', async () => {
    const copy = join(await mkdtemp(join(tmpdir(), 'regesta-busy-')), 'office');
    await cp(root, copy, { recursive: true });
    const first = spawn(process.execPath, ['dist/main.js', 'run', copy], { stdio: 'ignore' });
    await pause(1500);
    const second = regesta('run', copy, '--once');
    first.kill('SIGTERM');
    const [code] = (await once(first, 'exit')) as [number];
    expect(second.code).toBe(2);
    expect(second.err).toContain('another process runs this office');
    expect(code).toBe(0);
  });

  test('run takes what arrives while it watches', async () => {
    const copy = join(await mkdtemp(join(tmpdir(), 'regesta-watch-')), 'office');
    await cp(root, copy, { recursive: true });
    const watching = spawn(process.execPath, ['dist/main.js', 'run', copy], { stdio: 'ignore' });
    await pause(1000);
    await cp(good, join(copy, 'inbox', 'good.json'));
    const filed = join(copy, 'outbox/decision-2021-28/act.pdf');
    for (let tries = 0; tries < 200 && !(await stat(filed).catch(() => undefined)); tries++) await pause(50);
    watching.kill('SIGTERM');
    await once(watching, 'exit');
    expect((await registerOf(copy)).map((row) => row.state)).toEqual(['filed', 'filed']);
  });

  test('a file that is still being written stays, is named, and ends with 1', async () => {
    const copy = await tempOffice((settings) => settings.replace('giveUp: 60s', 'giveUp: 1s'));
    await writeFile(join(copy, 'inbox', 'growing.json'), '{');
    const growing = setInterval(() => void writeFile(join(copy, 'inbox', 'growing.json'), '{'.padEnd(Math.floor(Math.random() * 1e6))), 5);
    const running = spawn(process.execPath, ['dist/main.js', 'run', copy, '--once'], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    running.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const [code] = (await once(running, 'exit')) as [number];
    clearInterval(growing);
    expect(code).toBe(1);
    expect(said).toContain('growing.json');
    expect(await readdir(join(copy, 'inbox'))).toContain('growing.json');
  });
});
