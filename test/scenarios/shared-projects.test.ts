import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { SERVERS } from '../store/scratch-store.js';
import { adopted, agenda, CARRIED, drop, type Json, minutes, project, question } from './meeting-papers.js';
import { newDatabase, OFFICE_SERVERS, onDatabase } from './office-engines.js';
import { filesIn, problemsOf, registerOf, runOnce, tempOffice } from './temp-office.js';

const DAY = '2021-10-12';
const A = project('p-a', 'Про ремонт котельні № 1');
const B = project('p-b', 'Про ремонт котельні № 2');
const AGENDA = agenda(DAY, '2021-10-06', [{ projects: ['p-a'] }, { projects: ['p-b'] }]);
const MINUTES = minutes(DAY, '2021-10-15', [question(1, ['p-a'], 'adopted'), question(2, ['p-b'], 'adopted')]);

async function entries(root: string): Promise<string[]> {
  return (await registerOf(root)).map(({ series, number, state }) => `${series}/${number} ${state}`);
}

async function refusedBy(root: string): Promise<string[]> {
  const reports = (await filesIn(join(root, 'refused'))).filter((name) => name.endsWith('/report.json'));
  const found = await Promise.all(
    reports.map(
      async (name) => JSON.parse(await readFile(join(root, 'refused', name), 'utf8')) as { findings: { rule: string; severity: string }[] },
    ),
  );
  return found.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'refuse').map(({ rule }) => rule));
}

test.skipIf(SERVERS.length > 0)('needs a database on a server', ({ skip }) => skip());

describe.each(OFFICE_SERVERS)('many runners of one folder on $name', ({ tempOffice: newOffice }) => {
  test('enter versions of one project that come at one moment one after another, and its adopted text once, whoever brings it', async () => {
    const root = await newOffice();
    const versions = Array.from({ length: 6 }, (_, n): Json => ({ ...A, note: { text: [`Версія записки ${n}.`] } }));
    for (const [n, one] of versions.entries()) await drop(root, `version-${n}.json`, one);
    await drop(root, 'other.json', B);
    await Promise.all([runOnce(root), runOnce(root), runOnce(root)]);
    expect((await entries(root)).sort()).toEqual(Array.from({ length: 7 }, (_, n) => `project/${n + 1} filed`));
    const steps = await Promise.all(
      Array.from({ length: 7 }, async (_, n) => {
        const record = await readFile(join(root, `archive/2021/project/${n + 1}/record.json`), 'utf8');
        return (JSON.parse(record) as { project: { id: string; version: number } }).project;
      }),
    );
    expect(steps.filter(({ id }) => id === 'p-a').map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);

    await drop(root, 'agenda.json', AGENDA);
    await runOnce(root);
    const last = versions[steps.findLastIndex(({ id }) => id === 'p-a')] ?? A;
    await drop(root, 'minutes.json', MINUTES);
    await drop(root, 'text.json', adopted({ ...last, id: 'p-a' }, DAY, CARRIED));
    await Promise.all([runOnce(root), runOnce(root)]);
    await runOnce(root);
    expect((await entries(root)).filter((name) => name.startsWith('decision/'))).toEqual(['decision/27 filed', 'decision/28 filed']);
    expect(await problemsOf(root)).toEqual([]);
    await rm(root, { recursive: true });
  }, 120_000);
});

describe.each(SERVERS)('projects of two folders on one register on $name', (engine) => {
  let north: string;
  let south: string;

  beforeAll(async () => {
    const toServer = onDatabase(await newDatabase(engine));
    [north = '', south = ''] = await Promise.all(
      ['north', 'south'].map((id) => tempOffice((settings) => `${toServer(settings)}id: ${id}\n`)),
    );
    return () => Promise.all([rm(north, { recursive: true }), rm(south, { recursive: true })]);
  }, 120_000);

  test('are entered in one book; the meeting is the folder’s where their text lies, and the other one says so and gives no number', async () => {
    await drop(north, 'a.json', A);
    await drop(north, 'b.json', B);
    await runOnce(north);
    await drop(south, 'a-2.json', { ...A, note: { text: ['Друга записка.'] } });
    await runOnce(south);
    expect((await entries(north)).sort()).toEqual(['project/1 filed', 'project/2 filed', 'project/3 filed']);

    await drop(north, 'agenda.json', AGENDA);
    expect((await runOnce(north)).settled).toMatchObject({ filed: 0, refused: 1, fault: 0 });
    expect(await refusedBy(north)).toEqual(['4.8-projects']);
    await drop(north, 'a-3.json', { ...A, note: { text: ['Третя записка.'] } });
    await drop(north, 'agenda-2.json', AGENDA);
    expect((await runOnce(north)).settled).toMatchObject({ filed: 2, refused: 0, fault: 0 });

    await drop(south, 'minutes.json', MINUTES);
    expect((await runOnce(south)).settled).toMatchObject({ filed: 0, refused: 1, fault: 0 });
    expect(await refusedBy(south)).toEqual(['4.12-projects', '4.12-projects']);
    await drop(north, 'minutes.json', MINUTES);
    expect((await runOnce(north)).settled).toMatchObject({ filed: 3, refused: 0, fault: 0 });
    expect((await entries(south)).filter((name) => !name.startsWith('project/')).sort()).toEqual([
      'agenda/1 filed',
      'decision/27 filed',
      'decision/28 filed',
      'minutes/1 filed',
    ]);
    expect([await problemsOf(north), await problemsOf(south)]).toEqual([[], []]);
  }, 120_000);
});
