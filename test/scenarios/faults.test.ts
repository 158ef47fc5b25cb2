import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, copyFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { FAULTS } from '../../pipeline/model/fault.js';
import { openStore } from '../../pipeline/store/store.js';
import { makeOffice } from '../../pipeline/wiring/making.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { zipOf } from '../intake/zip-writer.js';
import { filesIn, plainDraft, registerOf, runOnce, tempOffice, workLeft } from './temp-office.js';
import { appeared, handOver, UNPRIVILEGED, type WatchingOffice, watching } from './watching-office.js';

const FIRST = 'outbox/decision-2021-27/act.pdf';

function runFor(root: string): { readonly code: number | null; readonly err: string } {
  const { status, stderr } = spawnSync(process.execPath, ['dist/main.js', 'run', root, '--once'], { encoding: 'utf8' });
  return { code: status, err: stderr };
}

async function drop(root: string, id: string): Promise<void> {
  await writeFile(join(root, `${id}.json`), await plainDraft({ id }));
  await rename(join(root, `${id}.json`), join(root, 'inbox', `${id}.json`));
}

async function oneAct(): Promise<string> {
  const root = await tempOffice();
  await drop(root, '1');
  await runOnce(root);
  return root;
}

const sourceFiles = async (): Promise<string[]> =>
  (await filesIn('pipeline')).filter((name) => name.endsWith('.ts') && name !== 'model/fault.ts').map((name) => join('pipeline', name));

describe('every fault', () => {
  test('stands in the README with what happens, what it means and how to mend it, and no other does', async () => {
    const readme = await readFile('README.md', 'utf8');
    const rows = [...readme.matchAll(/^\| `([a-z-]+)` \| (later|never|settings) \| (.+) \| (.+) \|$/gm)];
    expect(Object.fromEntries(rows.map(([, code, retry]) => [code, retry]))).toEqual(
      Object.fromEntries(Object.entries(FAULTS).map(([code, { retry }]) => [code, retry])),
    );
    expect(rows).toHaveLength(Object.keys(FAULTS).length);
  });

  test('is thrown somewhere', async () => {
    const sources = (await Promise.all((await sourceFiles()).map((name) => readFile(name, 'utf8')))).join('\n');
    expect(Object.keys(FAULTS).filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });
});

describe('while watching, a fault that passes stops nothing, and what met it is done when it has passed', () => {
  let office: WatchingOffice | undefined;
  const mounted: string[] = [];
  afterEach(async () => {
    office?.child.kill('SIGKILL');
    for (const folder of mounted.splice(0)) spawnSync('umount', ['-l', folder]);
  });
  const start = async (root: string, options?: { unprivileged: boolean }): Promise<WatchingOffice> => {
    office = watching(root, options);
    await office.logged(({ msg }) => msg === 'watching');
    return office;
  };

  test('a file where a folder should be', async () => {
    const root = await tempOffice();
    const running = await start(root);
    await rm(join(root, 'outbox'), { recursive: true });
    await writeFile(join(root, 'outbox'), 'in the way');
    await drop(root, '1');
    expect((await running.logged(({ code }) => code === 'folder-access')).msg).toContain(join(root, 'outbox'));
    await rm(join(root, 'outbox'));
    await appeared(join(root, FIRST));
    expect(await running.stop()).toBe(0);
    expect(await workLeft(root)).toEqual([]);
  });

  test('a folder that may not be written', async () => {
    const root = await tempOffice();
    handOver(root);
    const running = await start(root, { unprivileged: true });
    await chmod(join(root, 'outbox'), 0o555);
    await drop(root, '1');
    await running.logged(({ code, msg }) => code === 'folder-access' && msg.includes('outbox'));
    await chmod(join(root, 'outbox'), 0o755);
    await appeared(join(root, FIRST));
    expect(await running.stop()).toBe(0);
  });

  test('a dropped file that may not be read stays where it lies, is named, and holds up nobody', async () => {
    const root = await tempOffice((settings) => settings.replace(/scan: \S+/, 'scan: 500ms'));
    await drop(root, '1');
    await chmod(join(root, 'inbox', '1.json'), 0);
    handOver(root);
    const running = await start(root, { unprivileged: true });
    expect((await running.logged(({ code }) => code === 'folder-access')).msg).toContain('1.json');
    await drop(root, '2');
    await appeared(join(root, FIRST));
    // It is tried again and again, and each time it comes back.
    await appeared(join(root, 'inbox', '1.json'));
    await chmod(join(root, 'inbox', '1.json'), 0o644);
    await appeared(join(root, 'outbox/decision-2021-28/act.pdf'));
    expect(await running.stop()).toBe(0);
  });

  test('a limit on the size of files', async () => {
    const root = await tempOffice();
    const running = await start(root);
    const limit = (bytes: string) => spawnSync('prlimit', ['--pid', String(running.child.pid), `--fsize=${bytes}:unlimited`]).status;
    await drop(root, '1');
    await appeared(join(root, FIRST));
    expect(limit('6000000')).toBe(0);
    const plain = JSON.parse(await plainDraft({ id: 'big' })) as { operative: { text: string }[] };
    const [first, ...points] = plain.operative;
    const annex = { n: 1, title: 'План', toPoint: '1', preparedBy: { post: 'Начальник відділу', name: 'Павло ГНАТЮК' }, file: 'annex.bin' };
    const draft = {
      ...plain,
      operative: [{ ...first, text: `${first?.text.replace(/\.$/, '')} (додається).` }, ...points],
      annexes: [annex],
    };
    await writeFile(
      join(root, 'big.zip'),
      zipOf({ name: 'draft.json', bytes: JSON.stringify(draft) }, { name: 'annex.bin', bytes: randomBytes(8_000_000) }),
    );
    await rename(join(root, 'big.zip'), join(root, 'inbox', 'big.zip'));
    const said = await running.logged(({ code, msg }) => code === 'file-too-large' || msg === 'refused');
    expect(said.code).toBe('file-too-large');
    expect(limit('unlimited')).toBe(0);
    await appeared(join(root, 'outbox/decision-2021-28/act.pdf'));
    expect(await running.stop()).toBe(0);
  });

  test('a full disk', async ({ skip }) => {
    const disk = await mkdtemp(join(tmpdir(), 'regesta-disk-'));
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]).status !== 0) skip('mounting a small disk takes root');
    mounted.push(disk);
    const root = await makeOffice(join(disk, 'office'), true);
    const settings = join(root, 'office.yaml');
    await writeFile(settings, (await readFile(settings, 'utf8')).replace('settle: 2s', 'settle: 20ms'));
    const running = await start(root);
    await drop(root, '1');
    await appeared(join(root, FIRST));
    const filler = join(disk, 'filler');
    await writeFile(filler, Buffer.alloc(64 * 1024 * 1024)).catch(() => undefined);
    await truncate(filler, Math.max(0, (await readFile(filler)).length - 60_000));
    await drop(root, '2').catch(() => undefined);
    await running.logged(({ code }) => code === 'disk-full');
    expect(running.child.exitCode).toBeNull();
    await rm(filler);
    if (!(await readdir(join(root, 'inbox'))).includes('2.json') && (await filesIn(join(root, '.work/claims'))).length === 0)
      await drop(root, '2');
    await appeared(join(root, 'outbox/decision-2021-28/act.pdf'));
    await drop(root, '3');
    await appeared(join(root, 'outbox/decision-2021-29/act.pdf'));
    expect(await running.stop()).toBe(0);
    const opened = await openOffice(root);
    expect((await opened.verify()).problems).toEqual([]);
    await opened.close();
  });

  test('a template that is broken', async () => {
    const root = await tempOffice();
    await mkdir(join(root, 'templates'));
    await writeFile(join(root, 'templates/decision.docx'), 'no ZIP');
    const running = await start(root);
    await drop(root, '1');
    await running.logged(({ code }) => code === 'template-broken');
    await rm(join(root, 'templates/decision.docx'));
    await appeared(join(root, FIRST));
    expect(await running.stop()).toBe(0);
  });
});

describe('one clear message, and nothing is taken, where going on would endanger the record', () => {
  const cleanEnd = ({ code, err }: { code: number | null; err: string }): void => {
    expect(code).toBe(3);
    expect(err.trim().split('\n')).toHaveLength(1);
  };

  test('an archive of which nothing is there', async () => {
    const root = await oneAct();
    await rename(join(root, 'archive'), join(root, 'elsewhere'));
    await drop(root, '2');
    const ended = runFor(root);
    cleanEnd(ended);
    expect(ended.err).toContain(`${join(root, 'archive')}: is its disk mounted?`);
    expect(await readdir(join(root, 'inbox'))).toContain('2.json');
    expect((await registerOf(root)).map(({ number }) => number)).toEqual(['27']);
  });

  test('a folder that may not be written: it is named, and the right that is missing', async () => {
    const root = await tempOffice();
    await drop(root, '1');
    await chmod(join(root, 'archive'), 0o555);
    handOver(root);
    const { status, stderr } = spawnSync(process.execPath, ['dist/main.js', 'run', root, '--once'], { encoding: 'utf8', ...UNPRIVILEGED });
    expect(status).toBe(3);
    expect(stderr).toContain(`${join(root, 'archive')}: the process needs the right to read, write and enter this folder (EACCES)`);
    expect(await filesIn(join(root, 'inbox'))).toEqual(['1.json']);
  });

  test('some acts gone from the archive are named, and the office goes on', async () => {
    const root = await oneAct();
    await drop(root, '2');
    await runOnce(root);
    await rm(join(root, 'archive/2021/decision/27'), { recursive: true });
    await drop(root, '3');
    const { code, err } = runFor(root);
    expect(code).toBe(0);
    expect(err).toContain('1 of 2 acts that the register says are filed are not in');
  });

  test.each([
    ['a day and more', 26 * 3600_000, 3],
    ['less than a day', 3 * 3600_000, 0],
  ])('a clock that went back by %s', async (_, backMs, code) => {
    const root = await oneAct();
    const store = await openStore({ database: join(root, 'regesta.sqlite'), clock: { now: () => new Date(Date.now() + backMs) } });
    await store.journal.append({ claim: null, step: 'fault', who: 'regesta', drop: null, act: null, detail: {} });
    await store.close();
    const ended = runFor(root);
    expect(ended.code).toBe(code);
    expect(ended.err).toContain('the last line of the journal is of');
    if (code === 3) cleanEnd(ended);
  });

  test('another act where the next one should lie, while watching: the process ends by itself', async () => {
    const root = await oneAct();
    const running = watching(root);
    await drop(root, '2');
    await appeared(join(root, 'outbox/decision-2021-28/act.pdf'));
    await cp(join(root, 'archive/2021/decision/27'), join(root, 'archive/2021/decision/29'), { recursive: true });
    await drop(root, '3');
    if (running.child.exitCode === null) await once(running.child, 'exit');
    expect(running.child.exitCode).toBe(3);
    expect(running.lines.at(-1)?.msg).toContain('already holds another act');
  });

  test('a font that is not there', async () => {
    const root = await oneAct();
    const copy = await mkdtemp(join(tmpdir(), 'regesta-program-'));
    for (const name of ['dist', 'templates', 'schemas', 'fixtures']) await symlink(join(process.cwd(), name), join(copy, name));
    await rm(join(copy, 'dist'));
    await cp('dist', join(copy, 'dist'), { recursive: true });
    await copyFile('package.json', join(copy, 'package.json'));
    await mkdir(join(copy, 'node_modules'));
    const modules = join(process.cwd(), 'node_modules');
    for (const name of await readdir(modules))
      if (name !== '@expo-google-fonts') await symlink(join(modules, name), join(copy, 'node_modules', name));
    const child = spawnSync(process.execPath, [join(copy, 'dist/main.js'), 'run', root, '--once'], { encoding: 'utf8' });
    cleanEnd({ code: child.status, err: child.stderr });
    expect(child.stderr).toContain('Cannot read the font');
  });
});
