import { appendFile, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import { sha256 } from '../../pipeline/model/digest.js';
import { type RunningOffice, runOffice } from '../../pipeline/wiring/running.js';
import { type Tally, work } from '../../pipeline/working.js';
import { filesIn, registerOf, runOnce, tempOffice, workLeft } from '../scenarios/temp-office.js';
import { freshDraft, placesByIdentity, recordingLog } from './dropping.js';

type Arrival = Parameters<RunningOffice['claim']>[0];

/** An office whose files settle slowly enough for a test to come between. */
const slowOffice = () => tempOffice((settings) => settings.replace('settle: 20ms', 'settle: 500ms'));

/** Takes once what lies in the inbox; `during` begins when the office is open, `before` comes between the last look at a file and its claim, `after` between its claim and the taking. */
async function takeOnce(
  root: string,
  {
    during,
    before,
    after,
  }: { during?: () => Promise<unknown>; before?: (arrival: Arrival) => Promise<unknown>; after?: (path: string) => Promise<unknown> },
): Promise<{ readonly tally: Tally; readonly log: ReturnType<typeof recordingLog> }> {
  const log = recordingLog();
  const running = await runOffice(root, log);
  const claim: RunningOffice['claim'] = async (arrival) => {
    await before?.(arrival);
    const drop = await running.claim(arrival);
    if (drop !== null) await after?.(drop.path);
    return drop;
  };
  try {
    const [tally] = await Promise.all([work({ ...running, claim }, { once: true, log, onStop: () => undefined }), during?.()]);
    return { tally, log };
  } finally {
    await running.close();
  }
}

/** Digests of the drafts that were filed, in order of number. */
async function filed(root: string): Promise<string[]> {
  const rows = await registerOf(root);
  const records = rows.map(async ({ path }) => JSON.parse(await readFile(join(root, path, 'record.json'), 'utf8')) as ArchiveRecord);
  return (await Promise.all(records)).map(({ drop }) => drop.sha256);
}

// Mostly waiting, so all at once.
test.concurrent.each([
  [
    'grows',
    async (path: string, whole: string) => {
      for (let at = 0; at < whole.length; at += 400) {
        await appendFile(path, whole.slice(at, at + 400));
        await pause(60);
      }
    },
  ],
  [
    'stands half-written for longer than it takes to settle',
    async (path: string, whole: string) => {
      await writeFile(path, whole.slice(0, 3000));
      await pause(750);
      await appendFile(path, whole.slice(3000));
    },
  ],
  [
    'has its whole size from the start and is filled later',
    async (path: string, whole: string) => {
      const bytes = Buffer.from(whole);
      await writeFile(path, Buffer.alloc(bytes.length));
      await pause(750);
      await writeFile(path, bytes, { flag: 'r+' });
    },
  ],
  [
    'shrinks',
    async (path: string, whole: string) => {
      await writeFile(path, `${whole}${' '.repeat(5000)}`);
      for (let more = 4000; more >= 0; more -= 1000) {
        await pause(150);
        await truncate(path, Buffer.byteLength(whole) + more);
      }
    },
  ],
  [
    'is written anew again and again',
    async (path: string, whole: string) => {
      for (let times = 0; times < 6; times += 1) {
        await writeFile(path, times < 5 ? `${freshDraft().slice(0, 100 + times)}` : whole);
        await pause(150);
      }
    },
  ],
])('a file that %s is taken when it is whole, and as it then is', async (_, write) => {
  const root = await slowOffice();
  const whole = freshDraft();
  const path = join(root, 'inbox', 'a.json');
  await writeFile(path, '');
  const { tally } = await takeOnce(root, { during: () => write(path, whole) });
  expect(tally.settled).toMatchObject({ filed: 1, refused: 0, fault: 0 });
  expect(await filed(root)).toEqual([sha256(whole)]);
});

test('a file that vanishes between look and claim is no fault, and the next goes on', async () => {
  const root = await tempOffice();
  const next = freshDraft();
  await writeFile(join(root, 'inbox', 'a.json'), freshDraft());
  await writeFile(join(root, 'inbox', 'b.json'), next);
  const { tally, log } = await takeOnce(root, { before: async ({ path, name }) => name === 'a.json' && rm(path) });
  expect(tally.settled).toMatchObject({ filed: 1, refused: 0, fault: 0 });
  expect(await filed(root)).toEqual([sha256(next)]);
  expect(log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
});

test('a file that another replaces between look and claim: what lies there is taken, once and whole', async () => {
  const root = await tempOffice();
  const other = freshDraft();
  await writeFile(join(root, 'inbox', 'a.json'), freshDraft());
  await takeOnce(root, {
    before: async ({ path }) => {
      await writeFile(join(root, 'inbox', '.new'), other);
      await rename(join(root, 'inbox', '.new'), path);
    },
  });
  await runOnce(root);
  expect(await filed(root)).toEqual([sha256(other)]);
});

test.each([
  ['a link out of the office', (path: string) => symlink('/etc/passwd', path)],
  ['a folder', (path: string) => mkdir(path)],
])('a file that %s replaces between look and claim is refused, not followed', async (_, put) => {
  const root = await tempOffice();
  await writeFile(join(root, 'inbox', 'a.json'), freshDraft());
  await takeOnce(root, {
    before: async ({ path }) => {
      await rm(path);
      await put(String(path));
    },
  });
  await runOnce(root);
  expect(await registerOf(root)).toEqual([]);
  const reports = (await filesIn(join(root, 'refused'))).filter((path) => path.endsWith('report.html'));
  expect(reports).toHaveLength(1);
  expect(await readFile(join(root, 'refused', reports[0] ?? ''), 'utf8')).not.toContain('root:');
});

test("a clerk's folder that becomes a file between look and claim holds up nobody", async () => {
  const root = await tempOffice();
  const [next, own] = [freshDraft(), freshDraft()];
  await writeFile(join(root, 'inbox', 'олена', 'a.json'), own);
  await writeFile(join(root, 'inbox', 'b.json'), next);
  const { tally, log } = await takeOnce(root, {
    before: async ({ droppedBy }) => {
      if (droppedBy === null) return;
      await rename(join(root, 'inbox', 'олена'), join(root, 'away'));
      await writeFile(join(root, 'inbox', 'олена'), 'не тека');
    },
  });
  expect(tally.settled).toMatchObject({ filed: 1, refused: 0 });
  expect(log.lines.filter(({ fields }) => fields['code'] === 'bug')).toEqual([]);
  await rm(join(root, 'inbox', 'олена'));
  await rename(join(root, 'away'), join(root, 'inbox', 'олена'));
  await runOnce(root);
  expect((await filed(root)).toSorted()).toEqual([sha256(next), sha256(own)].toSorted());
});

test('a file that is written on after its claim is never judged by what it was: the next run takes it as it is', async () => {
  const root = await tempOffice();
  const whole = freshDraft();
  await writeFile(join(root, 'inbox', 'a.json'), whole);
  const { tally, log } = await takeOnce(root, { after: (path) => appendFile(path, ' \n') });
  expect(tally.settled).toMatchObject({ filed: 0, fault: 1 });
  expect(log.lines.find(({ level }) => level === 'error')?.fields).toMatchObject({ code: 'file-gone' });
  expect((await runOnce(root)).settled.filed).toBe(1);
  expect(await filed(root)).toEqual([sha256(`${whole} \n`)]);
});

test('a claimed file that somebody takes away is a fault that holds up nobody; afterwards nothing of it is left, and no number was given for it', async () => {
  const root = await tempOffice();
  const next = freshDraft();
  await writeFile(join(root, 'inbox', 'a.json'), freshDraft());
  await writeFile(join(root, 'inbox', 'b.json'), next);
  const { tally, log } = await takeOnce(root, { after: async (path) => path.endsWith('a.json') && rm(path) });
  expect(tally.settled).toMatchObject({ filed: 1, refused: 0, fault: 1 });
  expect(log.lines.filter(({ level }) => level === 'error').map(({ fields }) => fields['code'])).toEqual(['file-gone']);
  expect((await runOnce(root)).settled).toEqual({ filed: 0, awaiting: 0, receipt: 0, refused: 0, fault: 0 });
  expect(await workLeft(root)).toEqual([]);
  expect(await filed(root)).toEqual([sha256(next)]);
  expect((await registerOf(root)).map(({ number }) => number)).toEqual(['27']);
});

test('a tray that becomes a file while drops are judged keeps a refused draft in the work area; mended, it is refused there', async () => {
  const root = await tempOffice();
  const [whole, bad] = [freshDraft(), '{"kind":"x"}'];
  await writeFile(join(root, 'inbox', 'a.json'), bad);
  await writeFile(join(root, 'inbox', 'b.json'), whole);
  const tray = join(root, 'refused');
  const { tally, log } = await takeOnce(root, {
    async before() {
      await rm(tray, { recursive: true, force: true });
      await writeFile(tray, '');
    },
  });
  expect(tally.settled).toMatchObject({ filed: 1, refused: 0, fault: 1 });
  expect(log.lines.filter(({ level }) => level === 'error').map(({ fields }) => fields['code'])).toEqual(['folder-access']);
  expect(placesByIdentity(root).get(sha256(bad))).toHaveLength(1);
  await rm(tray);
  await mkdir(tray);
  expect((await runOnce(root)).settled).toMatchObject({ refused: 1, fault: 0 });
  expect(placesByIdentity(root).get(sha256(bad))).toEqual([expect.stringMatching(/^refused\//)]);
  expect(await filed(root)).toEqual([sha256(whole)]);
});
