import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import { filesIn, plainDraft, problemsOf, registerOf, runOnce, tempOffice, workLeft } from './temp-office.js';

function regesta(...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/main.js', ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

const newFolder = () => mkdtemp(join(tmpdir(), 'regesta-backup-'));

/** The authors' ids of all acts in an archive, in order of number. */
async function idsOf(root: string): Promise<(string | null)[]> {
  const rows = await registerOf(root);
  return Promise.all(
    rows.map(async ({ path }) => (JSON.parse(await readFile(join(root, path, 'record.json'), 'utf8')) as ArchiveRecord).id),
  );
}

describe('a backup', () => {
  test('taken while the office works is sound, and goes on from it to the same end: no draft lost, no number twice', async () => {
    const root = await tempOffice();
    let dropped = 0;
    const drop = async () => {
      const id = `${++dropped}`;
      await writeFile(join(root, '.work', id), await plainDraft({ id }));
      await rename(join(root, '.work', id), join(root, 'inbox', `${id}.json`));
    };
    while (dropped < 8) await drop();
    await writeFile(join(root, 'inbox', '99-bad.json'), await plainDraft({ title: null }));
    const office = spawn(process.execPath, ['dist/main.js', 'run', root], { stdio: 'ignore' });
    const stopped = once(office, 'exit');
    while ((await registerOf(root)).length < 4) await pause(5);
    const surelyThere = dropped;
    const to = join(await newFolder(), 'copy');
    const backup = spawn(process.execPath, ['dist/main.js', 'backup', root, to], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = text(backup.stdout);
    const ended = once(backup, 'exit');
    let working = true;
    void ended.then(() => {
      working = false;
    });
    for (; working; await pause(40)) await drop();
    expect(await ended).toEqual([0, null]);
    expect(await said).toContain('copied and verified');
    office.kill('SIGTERM');
    await stopped;

    await rm(root, { recursive: true });
    await rename(to, root);
    expect(await problemsOf(root)).toEqual([]);
    await runOnce(root);
    const acts = await registerOf(root);
    expect(acts.map(({ number, state }) => [number, state])).toEqual(acts.map((_, index) => [`${index + 27}`, 'filed']));
    const ids = (await idsOf(root)).map(Number);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(Array.from({ length: surelyThere }, (_, index) => index + 1)));
    expect(await problemsOf(root)).toEqual([]);
    expect((await filesIn(join(root, 'refused'))).filter((name) => name.endsWith('99-bad.json')).length).toBeGreaterThanOrEqual(1);
    expect(await workLeft(root)).toEqual([]);
  });

  test('holds every file of an office that rests, byte for byte and with its rights', async () => {
    const root = await tempOffice();
    await writeFile(join(root, 'inbox', '1.json'), await plainDraft({ id: '1' }));
    await runOnce(root);
    await mkdir(join(root, 'templates'));
    await writeFile(join(root, 'templates', 'note.txt'), 'ours');
    const to = join(await newFolder(), 'copy');
    expect(regesta('backup', root, to).code).toBe(0);
    const own = (name: string) => !name.endsWith('lock.sqlite') && !name.startsWith('regesta.sqlite');
    const files = (await filesIn(root)).filter(own);
    expect((await filesIn(to)).filter(own)).toEqual(files);
    for (const name of files) {
      expect(await readFile(join(to, name))).toEqual(await readFile(join(root, name)));
      expect((await stat(join(to, name))).mode).toBe((await stat(join(root, name))).mode);
    }
    expect(regesta('register', to, '--json').out).toBe(regesta('register', root, '--json').out);
    expect(regesta('search', to, 'закладів', '--json').out).toBe(regesta('search', root, 'закладів', '--json').out);
  });

  test('holds folders and a database that lie outside the office, and verifies its own ones, not the office’s', async () => {
    const elsewhere = await newFolder();
    const root = await tempOffice(
      (settings) =>
        `${settings.replace(/^database:.*$/m, `database: ${join(elsewhere, 'index.sqlite')}`)}\nfolders: { archive: ${join(elsewhere, 'archive')} }\n`,
    );
    await writeFile(join(root, 'inbox', '1.json'), await plainDraft({ id: '1' }));
    await runOnce(root);
    const to = join(await newFolder(), 'copy');
    const { code, out } = regesta('backup', root, to, '--json');
    expect(code).toBe(0);
    expect((JSON.parse(out) as { verdict: { signatures: unknown[] } }).verdict.signatures).toHaveLength(2);
    expect(await readdir(join(to, 'outside'))).toEqual(expect.arrayContaining(['archive', 'index.sqlite']));
    expect(await readFile(join(to, 'outside/archive/2021/decision/27/act.pdf'))).toEqual(
      await readFile(join(elsewhere, 'archive/2021/decision/27/act.pdf')),
    );
  });

  test('says so, and ends with 1, if the archive it copied is not sound', async () => {
    const root = await tempOffice();
    await writeFile(join(root, 'inbox', '1.json'), await plainDraft({ id: '1' }));
    await runOnce(root);
    await appendFile(join(root, 'archive/2021/decision/27/act.docx'), 'x');
    const to = join(await newFolder(), 'copy');
    const { code, out } = regesta('backup', root, to);
    expect(code).toBe(1);
    expect(out).toContain('PROBLEM file-changed   archive/2021/decision/27/act.docx');
    expect(out).toContain('NOT SOUND');
  });

  test('never writes over anything, nor into the office', async () => {
    const root = await tempOffice();
    const full = await newFolder();
    await writeFile(join(full, 'other.txt'), 'x');
    for (const to of [full, root, join(root, 'copy'), join(root, 'archive', 'copy'), join(full, 'other.txt')]) {
      const { code, err } = regesta('backup', root, to);
      expect(code).toBeGreaterThanOrEqual(2);
      expect(err).not.toMatch(/\n\s+at /);
    }
    expect(await readdir(full)).toEqual(['other.txt']);
    expect(await readdir(join(root, 'archive'))).toEqual([]);
  });

  test('that was cut off is no office to any command', async () => {
    const root = await tempOffice();
    for (const id of ['1', '2', '3', '4', '5', '6']) await writeFile(join(root, 'inbox', `${id}.json`), await plainDraft({ id }));
    await runOnce(root);
    const to = join(await newFolder(), 'copy');
    const child = spawn(process.execPath, ['dist/main.js', 'backup', root, to], { stdio: 'ignore' });
    while (!(await stat(join(to, 'archive')).catch(() => undefined))) await pause(2);
    child.kill('SIGKILL');
    await once(child, 'exit');
    for (const command of ['run', 'verify', 'register', 'rebuild']) expect(regesta(command, to).code).toBe(2);
    const again = join(await newFolder(), 'copy');
    await cp(root, again, { recursive: true });
    expect(await problemsOf(again)).toEqual([]);
  });
});
