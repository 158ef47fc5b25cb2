import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { rebuildOffices } from '../../pipeline/wiring/rebuilding.js';
import { adopted, agenda, CARRIED, drop, FAILED, type Json, minutes, project, question } from './meeting-papers.js';
import { filesIn, registerOf, runOnce, tempOffice } from './temp-office.js';

const DAY = '2021-10-12';
const A = project('p-a', 'Про ремонт котельні № 1');
const B = project('p-b', 'Про ремонт котельні № 2');
const C = project('p-c', 'Про ремонт котельні № 3');
const D = project('p-d', 'Про ремонт котельні № 4');
const E = project('p-e', 'Про ремонт котельні № 5');

const [firstPoint, ...otherPoints] = A['operative'] as Json[];
const CHANGED = [{ ...firstPoint, text: 'Затвердити доповнені заходи з підготовки господарства міста (додаються).' }, ...otherPoints];

const AGENDA = agenda(DAY, '2021-10-06', [
  { n: '1', projects: ['p-d'] },
  { n: '2', projects: ['p-b'] },
  { n: '3', projects: ['p-c'] },
  { n: '4', projects: ['p-a'] },
  { n: '5', projects: ['p-e'] },
]);
const MINUTES = minutes(DAY, '2021-10-15', [
  question(1, ['p-d'], 'adopted'),
  question(2, ['p-b'], 'adopted-changed', { changed: ['пункт 1 викласти в новій редакції'] }),
  question(3, ['p-c'], 'rejected'),
  question(4, ['p-a'], 'adopted'),
  question(5, ['p-e'], 'postponed', { until: '2021-11-09' }),
]);

const recordOf = async (root: string, path: string): Promise<ArchiveRecord> =>
  JSON.parse(await readFile(join(root, 'archive/2021', path, 'record.json'), 'utf8')) as ArchiveRecord;
const states = async (root: string): Promise<string[]> =>
  (await registerOf(root)).map(({ series, number, title, state }) => `${series}/${number} ${title} ${state}`);
const decisions = async (root: string): Promise<string[]> => (await states(root)).filter((row) => row.startsWith('decision/'));

function due(root: string, within = 3650): Json[] {
  const { stdout } = spawnSync(process.execPath, ['dist/main.js', 'due', root, '--within', `${within}d`, '--json'], { encoding: 'utf8' });
  return (JSON.parse(stdout) as Json[]).filter(({ what }) => what === 'minutes' || what === 'rework' || what === 'adopted-text');
}

const reported = new Set<string>();

/** Rules that refused what was refused since the last time. */
async function rulesOfReport(root: string): Promise<string[]> {
  const reports = (await filesIn(join(root, 'refused'))).filter((name) => name.endsWith('/report.json') && !reported.has(name));
  const rules: string[] = [];
  for (const name of reports) {
    reported.add(name);
    const { findings } = JSON.parse(await readFile(join(root, 'refused', name), 'utf8')) as {
      findings: { rule: string; severity: string }[];
    };
    rules.push(...findings.filter(({ severity }) => severity === 'refuse').map(({ rule }) => rule));
  }
  return rules;
}

async function officeBeforeMinutes(): Promise<string> {
  const root = await tempOffice();
  for (const [index, one] of [A, B, C, D, E].entries()) await drop(root, `${index + 1}.json`, one);
  await drop(root, '6-agenda.json', AGENDA);
  expect((await runOnce(root)).settled).toMatchObject({ filed: 6, refused: 0, fault: 0 });
  return root;
}

describe('minutes of a meeting', () => {
  let root: string;

  beforeAll(async () => {
    root = await officeBeforeMinutes();
  });

  test('are told until the minutes are there: five days from the meeting', () => {
    expect(due(root)).toMatchObject([{ what: 'minutes', series: 'agenda', number: '1', due: '2021-10-18' }]);
  });

  test('register what they adopt as it was, in their order, with the day and the vote of the meeting', async () => {
    await drop(root, 'minutes.json', MINUTES);
    expect((await runOnce(root)).settled).toEqual({ filed: 3, awaiting: 0, receipt: 0, refused: 0, fault: 0 });
    expect(await states(root)).toEqual([
      'agenda/1 Порядок денний чергового засідання 12.10.2021 filed',
      'decision/27 Про ремонт котельні № 4 filed',
      'decision/28 Про ремонт котельні № 1 filed',
      'minutes/1 Протокол засідання виконавчого комітету міської ради 12.10.2021 filed',
      'project/1 Про ремонт котельні № 1 adopted',
      'project/2 Про ремонт котельні № 2 adopted',
      'project/3 Про ремонт котельні № 3 rejected',
      'project/4 Про ремонт котельні № 4 adopted',
      'project/5 Про ремонт котельні № 5 postponed',
    ]);
    const { date, projects, id } = await recordOf(root, 'decision/27');
    expect({ date, projects, id }).toEqual({ date: DAY, projects: [{ how: 'registers', project: 'p-d', date: DAY }], id: 'p-d' });
    const draft = JSON.parse(await readFile(join(root, 'archive/2021/decision/27/draft.json'), 'utf8')) as Json;
    expect(draft['adoption']).toEqual({ date: DAY, total: 30, present: 22, ...CARRIED });
    expect((await readdir(join(root, 'outbox'))).sort()).toEqual(
      expect.arrayContaining(['decision-2021-27', 'decision-2021-28', 'minutes-2021-1']),
    );
  });

  test('say what was changed: its project waits for its text, which is told, and comes with the vote of the minutes and with a change', async () => {
    expect(due(root)).toMatchObject([{ what: 'rework', series: 'minutes', number: '1', point: '2', due: '2021-10-15' }]);
    await drop(root, 'b-unchanged.json', adopted(B, DAY, CARRIED));
    await runOnce(root);
    expect(await rulesOfReport(root)).toEqual(['6.3-text']);
    await drop(root, 'b-other-vote.json', adopted(B, DAY, { ...CARRIED, for: 21, against: 0 }, { operative: CHANGED }));
    await runOnce(root);
    expect(await rulesOfReport(root)).toEqual(['6.1-minutes']);
    await drop(root, 'b.json', adopted(B, DAY, CARRIED, { operative: CHANGED }));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 0 });
    expect(await decisions(root)).toContain('decision/29 Про ремонт котельні № 2 filed');
    expect(due(root)).toEqual([]);
  });

  test('of one project make one act: the same text again is a receipt, another one is refused with the reason', async () => {
    const before = await states(root);
    await drop(root, 'a-again.json', adopted(A, DAY, CARRIED, { primary: [] }));
    expect((await runOnce(root)).settled).toMatchObject({ receipt: 1, filed: 0, refused: 0 });
    const receipts = (await filesIn(join(root, 'outbox/receipts'))).filter((name) => name.endsWith('.json'));
    expect(JSON.parse(await readFile(join(root, 'outbox/receipts', receipts.at(-1) ?? ''), 'utf8'))).toMatchObject({
      same: 'words',
      act: { series: 'decision', number: '28' },
    });
    await drop(root, 'a-other.json', adopted(A, DAY, CARRIED, { operative: CHANGED }));
    await runOnce(root);
    expect(await rulesOfReport(root)).toContain('6.3-text');
    await drop(root, 'c.json', adopted(C, DAY, CARRIED));
    await runOnce(root);
    expect(await rulesOfReport(root)).toContain('5.17-decided');
    expect(await states(root)).toEqual(before);
  });

  test('never hold a number up: a text that comes before them has it at once, and they then say the same and register nothing', async () => {
    const day = '2021-11-09';
    await drop(root, 'e.json', adopted(E, day, CARRIED));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 0 });
    await drop(root, 'minutes-2.json', minutes(day, '2021-11-12', [question(1, ['p-e'], 'rejected')]));
    await runOnce(root);
    expect(await rulesOfReport(root)).toEqual(['6.4-registered']);
    await drop(
      root,
      'minutes-2.json',
      minutes(day, '2021-11-12', [question(1, ['p-e'], 'adopted', { vote: { ...CARRIED, for: 21, abstained: 0 } })]),
    );
    await runOnce(root);
    expect(await rulesOfReport(root)).toEqual(['6.4-registered']);
    await drop(root, 'minutes-2.json', minutes(day, '2021-11-12', [question(1, ['p-e'], 'adopted')]));
    expect((await runOnce(root)).settled).toEqual({ filed: 1, awaiting: 0, receipt: 0, refused: 0, fault: 0 });
    expect((await decisions(root)).filter((row) => row.includes('№ 5'))).toEqual(['decision/30 Про ремонт котельні № 5 filed']);
  });

  test('without the majority of the whole membership adopt nothing', async () => {
    await drop(root, 'minutes-3.json', minutes('2021-12-14', '2021-12-15', [question(1, ['p-c'], 'adopted', { vote: FAILED })]));
    await runOnce(root);
    expect(await rulesOfReport(root)).toEqual(['6.1-outcome']);
  });

  test('and everything they did stand in an index made again as they did before', async () => {
    const before = await states(root);
    for (const name of await readdir(root)) if (name.startsWith('regesta.sqlite')) await rm(join(root, name));
    expect((await rebuildOffices([root])).problems).toEqual([]);
    expect(await states(root)).toEqual(before);
    const opened = await openOffice(root);
    expect((await opened.verify().finally(() => opened.close())).problems).toEqual([]);
  });
});

describe('minutes of the council', () => {
  test('register decisions of the council by the votes of its own membership', async () => {
    const root = await tempOffice();
    await drop(root, 'project.json', { ...project('r-1', 'Про програму благоустрою'), kind: 'council-decision' });
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 0 });
    const meeting = { ...(MINUTES['meeting'] as Json), body: 'council', total: 34, present: 24 };
    const vote = { for: 17, against: 5, abstained: 2, notVoting: 0 };
    const half = minutes(DAY, '2021-10-15', [question(1, ['r-1'], 'adopted', { vote })], { meeting });
    await drop(root, 'half.json', half);
    await runOnce(root);
    expect(await rulesOfReport(root)).toEqual(['6.1-outcome']);
    const carried = { ...vote, for: 18, against: 4 };
    await drop(root, 'minutes.json', minutes(DAY, '2021-10-15', [question(1, ['r-1'], 'adopted', { vote: carried })], { meeting }));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 2, refused: 0 });
    expect(await states(root)).toEqual([
      'council-decision/1 Про програму благоустрою filed',
      'council-minutes/1 Протокол пленарного засідання міської ради 12.10.2021 filed',
      'council-project/1 Про програму благоустрою adopted',
    ]);
  });
});

describe('minutes whose process is killed', () => {
  test('killed at any step, lose nothing and register nothing twice', async () => {
    const before = await officeBeforeMinutes();
    await drop(before, 'minutes.json', MINUTES);
    const whole = await copied(before);
    await runOnce(whole);
    const expected = await states(whole);
    expect(expected.filter((row) => row.startsWith('decision/'))).toHaveLength(2);
    for (const [when, isReached] of KILLED) {
      const root = await copied(before);
      const child = spawn(process.execPath, ['dist/main.js', 'run', root, '--once'], { stdio: 'ignore' });
      expect(await killedWhen(root, child, isReached), when).toBe(true);
      await runOnce(root);
      expect(await states(root), when).toEqual(expected);
      expect((await filesIn(join(root, 'inbox'))).concat(await filesIn(join(root, 'refused'))), when).toEqual([]);
    }
  });
});

const journalHas = (step: string, of: string) => async (lines: AsyncIterable<{ readonly step: string; readonly act: string | null }>) => {
  for await (const line of lines) if (line.step === step && line.act?.startsWith(of)) return true;
  return false;
};

/** Before anything is posted, between the two letters or right after them, and when the minutes are in the archive. */
const KILLED: readonly (readonly [
  string,
  (lines: AsyncIterable<{ readonly step: string; readonly act: string | null }>, root: string) => Promise<boolean>,
])[] = [
  ['minutes registered', journalHas('registered', 'minutes/')],
  [
    'first letter posted',
    // On a busy machine it may be claimed before anybody looks.
    async (lines, root) =>
      (await filesIn(join(root, 'inbox'))).some((name) => name.startsWith('decision-')) || journalHas('registered', 'decision/')(lines),
  ],
  ['minutes filed', journalHas('filed', 'minutes/')],
];

async function copied(root: string): Promise<string> {
  const office = join(await mkdtemp(join(tmpdir(), 'regesta-test-')), 'office');
  await cp(root, office, { recursive: true });
  return office;
}

/** Kills the process as soon as a point is reached; false if it ended before. */
async function killedWhen(root: string, child: ChildProcess, isReached: (typeof KILLED)[number][1]): Promise<boolean> {
  const opened = await openOffice(root);
  try {
    while (child.exitCode === null) {
      if (await isReached(opened.store.journal.lines(), root)) {
        const isKilled = child.kill('SIGKILL');
        await once(child, 'exit');
        return isKilled;
      }
      await pause(1);
    }
    return false;
  } finally {
    await opened.close();
  }
}
