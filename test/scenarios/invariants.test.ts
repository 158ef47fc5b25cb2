import { spawnSync } from 'node:child_process';
import { copyFile, cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../pipeline/model/digest.js';
import type { Finding } from '../../pipeline/model/finding.js';
import type { Log } from '../../pipeline/model/ports.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { runOffice } from '../../pipeline/wiring/running.js';
import { work } from '../../pipeline/working.js';
import { inject } from '../crash/injected.js';
import { filesIn, plainDraft, registerOf, runOnce, tempOffice } from './temp-office.js';

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const TRAYS = ['inbox', '.work', 'refused', 'archive'];

async function drop(root: string, name: string, content: string | Buffer): Promise<void> {
  await writeFile(join(root, `.${name}`), content);
  await rename(join(root, `.${name}`), join(root, 'inbox', name));
}

/** Where these bytes lie, tray by tray. */
async function placesOf(root: string, bytes: string | Buffer): Promise<string[]> {
  const digest = sha256(Buffer.from(bytes));
  const places: string[] = [];
  for (const tray of TRAYS) {
    for (const path of await filesIn(join(root, tray))) if (sha256(await readFile(join(root, tray, path))) === digest) places.push(tray);
  }
  return places;
}

interface RefusedReport {
  readonly name: string;
  readonly verdict: string;
  readonly findings: readonly Finding[];
}

async function refusals(root: string): Promise<{ readonly folder: string; readonly report: RefusedReport }[]> {
  const reports = (await filesIn(join(root, 'refused'))).filter((path) => path.endsWith('/report.json'));
  return Promise.all(
    reports.map(async (path) => ({
      folder: join(root, 'refused', dirname(path)),
      report: JSON.parse(await readFile(join(root, 'refused', path), 'utf8')) as RefusedReport,
    })),
  );
}

/** Waits until something holds; half a minute at most. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 50) {
    if (waited > 30_000) throw new Error('did not come about');
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

/** An office that watches in this process. */
async function watching(root: string): Promise<{ readonly hasEnded: () => boolean; end(): Promise<void> }> {
  const running = await runOffice(root, quiet);
  let stop = (): void => undefined;
  let hasEnded = false;
  const working = work(running, {
    once: false,
    log: quiet,
    onStop: (given) => {
      stop = given;
    },
  }).finally(() => {
    hasEnded = true;
  });
  return {
    hasEnded: () => hasEnded,
    async end() {
      stop();
      await working;
      await running.close();
    },
  };
}

const faulty = (id: string): Promise<string> => plainDraft({ id, title: 'План роботи', signatory: null });

describe('whatever is dropped', () => {
  let release = (): void => undefined;
  afterEach(() => release());

  test('N1: the bytes that arrived lie unchanged in exactly one of inbox, work area, refused, archive', async () => {
    const root = await tempOffice();
    const zip = await readFile(join(root, 'samples', '04-zakhody-z-blahoustroiu.zip'));
    const drops: Readonly<Record<string, string | Buffer>> = {
      '1 sound.json': await plainDraft(),
      '2 faulty.json': await faulty('2'),
      '3 secret.json': await plainDraft({ access: 'secret' }),
      '4.zip': zip,
      '5 noise.pdf': Buffer.from([0, 1, 2, 3, 255]),
      '6 broken.xml': '<decision xmlns="urn:regesta:draft:1"><title>Про',
      'report.html': '<p>not a draft</p>',
    };
    for (const [name, bytes] of Object.entries(drops)) await drop(root, name, bytes);
    await runOnce(root);
    const places = await Promise.all(Object.values(drops).map((bytes) => placesOf(root, bytes)));
    expect(places).toEqual([['archive'], ['refused'], ['refused'], ['archive'], ['refused'], ['refused'], ['refused']]);
  });

  test('N2: a refused draft takes no number', async () => {
    const root = await tempOffice();
    for (const name of ['1', '2', '3', '4'])
      await drop(root, `${name}.json`, await (name === '1' || name === '4' ? plainDraft({ id: name }) : faulty(name)));
    await runOnce(root);
    expect((await registerOf(root)).map((row) => row.number)).toEqual(['27', '28']);
    expect(await refusals(root)).toHaveLength(2);
  });

  test('N3: an act whose filing fails half-way is not in the archive; the next run files it under its number', async () => {
    const root = await tempOffice();
    await drop(root, '1.json', await plainDraft({ id: '1' }));
    release = inject(root, { blow: 'fail', at: 1, times: 1, code: 'EIO', only: `-> ${join(root, 'archive', '2021')}` }, () => undefined);
    expect((await runOnce(root)).settled.fault).toBe(1);
    expect((await filesIn(join(root, 'archive'))).filter((path) => path.startsWith('2021'))).toEqual([]);
    expect((await registerOf(root)).map(({ number, state }) => [number, state])).toEqual([['27', 'registered']]);
    await drop(root, '2.json', await plainDraft({ id: '2' }));
    await runOnce(root);
    expect((await registerOf(root)).map(({ number, state }) => [number, state])).toEqual([
      ['27', 'filed'],
      ['28', 'filed'],
    ]);
    const opened = await openOffice(root);
    expect((await opened.verify()).problems).toEqual([]);
    await opened.close();
  });

  test('N4: a refused file lies beside a report for the clerk and one for a machine', async () => {
    const root = await tempOffice();
    const draft = await faulty('1');
    await drop(root, 'проєкт.json', draft);
    await runOnce(root);
    const [refused] = await refusals(root);
    expect(refused?.report).toMatchObject({ name: 'проєкт.json', verdict: 'refused' });
    expect(refused?.report.findings.length).toBeGreaterThan(0);
    expect(await readFile(join(refused?.folder ?? '', 'проєкт.json'), 'utf8')).toBe(draft);
    const html = await readFile(join(refused?.folder ?? '', 'report.html'), 'utf8');
    for (const { message } of refused?.report.findings ?? []) expect(html).toContain(message.slice(0, 30).replaceAll("'", '&#39;'));
  });

  test('N5: a file that cannot be read, tried again and again, and one that is dropped anew as often as it is refused, stop nobody and end nothing', async () => {
    const root = await tempOffice();
    const [poison, bad] = [await plainDraft({ id: 'poison' }), await faulty('bad')];
    await drop(root, '0-poison.json', poison);
    release = inject(root, { blow: 'fail', at: 1, times: 1_000_000, code: 'EIO', only: '0-poison.json' }, () => undefined);
    const office = await watching(root);
    for (let round = 1; round <= 5; round += 1) {
      await drop(root, '1-bad.json', bad);
      await drop(root, `${round}-sound.json`, await plainDraft({ id: `sound-${round}` }));
      await until(async () => (await registerOf(root)).filter((row) => row.state === 'filed').length === round);
      await until(async () => (await refusals(root)).length === round);
    }
    expect(office.hasEnded()).toBe(false);
    expect((await registerOf(root)).map((row) => row.number)).toEqual(['27', '28', '29', '30', '31']);
    await office.end();
    release();
    expect(await placesOf(root, poison)).toHaveLength(1);
    await runOnce(root);
    expect(await placesOf(root, poison)).toEqual(['archive']);
  });

  test('N6: the same bytes in the same state of the office get the same verdict in the same words', async () => {
    const one = await tempOffice();
    const two = join(await mkdtemp(join(tmpdir(), 'regesta-twin-')), 'office');
    await cp(one, two, { recursive: true });
    const draft = await faulty('1');
    const pages: string[] = [];
    for (const root of [one, two]) {
      await drop(root, '1.json', draft);
      await runOnce(root);
    }
    // Dropped again into the first: a refusal leaves the state of the office as it was.
    await drop(one, '1.json', draft);
    await runOnce(one);
    const found = [...(await refusals(one)), ...(await refusals(two))];
    for (const { folder } of found)
      pages.push((await readFile(join(folder, 'report.html'), 'utf8')).replaceAll(/\d\d:\d\d(?::\d\d)?/g, 'time'));
    expect(found).toHaveLength(3);
    expect(found[1]?.report.findings).toEqual(found[0]?.report.findings);
    expect(found[2]?.report.findings).toEqual(found[0]?.report.findings);
    expect(new Set(pages).size).toBe(1);
  });

  test('N7: nothing outside the office and the package is read, nothing outside the office written, and the network is never asked', async () => {
    const root = await tempOffice();
    for (const name of ['02-pro-orendu.json', '04-zakhody-z-blahoustroiu.zip'])
      await copyFile(join(root, 'samples', name), join(root, 'inbox', name));
    await drop(root, 'faulty.json', await faulty('1'));
    const unplugged = join(root, '..', 'unplugged.mjs');
    await writeFile(unplugged, UNPLUGGED);
    const packages = dirname(dirname(createRequire(import.meta.url).resolve('knex/package.json')));
    const run = (...allowed: string[]) =>
      spawnSync(
        process.execPath,
        [
          ...['--experimental-permission', '--allow-addons', '--allow-worker', '--no-warnings'],
          // Node 20 dies of a path that is named twice.
          ...[...new Set([...['dist', 'templates', 'package.json', 'node_modules'].map((path) => resolve(path)), packages, unplugged])].map(
            (path) => `--allow-fs-read=${path}`,
          ),
          ...allowed,
          ...['--import', pathToFileURL(unplugged).href, 'dist/main.js', 'run', root, '--once'],
        ],
        { encoding: 'utf8' },
      );
    // That the fence stands: the office outside it cannot be read.
    expect(run().stderr).toContain('is no office: cannot read');
    const { status, stderr } = run(`--allow-fs-read=${root}`, `--allow-fs-write=${root}`);
    expect(status, stderr).toBe(1);
    expect(stderr).not.toContain('the network was asked');
    expect((await registerOf(root)).map((row) => row.state)).toEqual(['filed', 'filed']);
    expect(await refusals(root)).toHaveLength(1);
    await rm(join(root, '..'), { recursive: true });
  });

  test('N8: one report names all that is wrong: form, clauses, and what only the laid-out page shows', async () => {
    const root = await tempOffice();
    await drop(
      root,
      '1.json',
      await plainDraft({
        unknown: 'x',
        title: 'План роботи',
        signatory: null,
        control: null,
        adoption: { date: '2021-03-09', total: 30, present: 24, for: 20, against: 0, abstained: 0 },
        operative: [{ n: '1', text: 'Затвердити перелік 龍.' }],
        annexes: [{ n: 1, title: 'Перелік', file: 'absent.pdf', preparedBy: { post: 'Начальник', name: 'Павло ГНАТЮК' } }],
      }),
    );
    await runOnce(root);
    const [refused, ...others] = await refusals(root);
    expect(others).toEqual([]);
    const rules = refused?.report.findings.map((finding) => finding.rule) ?? [];
    expect(rules).toEqual(
      expect.arrayContaining([
        'T-unknown',
        '5.6-title-beginning',
        '6.3-signatory',
        '5.6-control',
        '6.1-counts',
        'T-zip-missing',
        'T-glyph',
      ]),
    );
    expect(await readdir(join(root, 'outbox'))).toEqual([]);
  });
});

/** Loaded before the program: whoever asks the network is told no, and it is said aloud. */
const UNPLUGGED = `
import dns from 'node:dns';
import net from 'node:net';
import dgram from 'node:dgram';
import { syncBuiltinESMExports } from 'node:module';
const refuse = () => { process.stderr.write('the network was asked\\n'); process.exit(9); };
net.Socket.prototype.connect = refuse;
net.Server.prototype.listen = refuse;
dgram.createSocket = refuse;
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) { dns[name] = refuse; dns.promises[name] = refuse; }
globalThis.fetch = refuse;
syncBuiltinESMExports();
`;
