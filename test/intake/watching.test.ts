import { appendFile, mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { intake } from '../../pipeline/intake/intake.js';
import { reading } from '../../pipeline/intake/reading.js';
import { trays } from '../../pipeline/intake/trays.js';
import { type InboxSettings, watchInbox } from '../../pipeline/intake/watching.js';
import { KINDS, LIMITS } from './sample.js';
import { recordingLog, systemClock, temporaryFolder } from './temp-folder.js';

const DRAFT = '{"kind":"decision"}';
const { isWhole } = intake(reading(KINDS, LIMITS), LIMITS);

/** An office's inbox watched as the runner watches it: every arrival is claimed at once and noted. */
async function watched(change: Partial<InboxSettings> = {}, lying: readonly string[] = []) {
  const root = await temporaryFolder();
  const inbox = join(root, 'inbox');
  for (const folder of ['inbox', 'inbox/olena', 'inbox/ivan', 'refused', '.work']) await mkdir(join(root, folder));
  for (const name of lying) await writeFile(join(inbox, name), DRAFT);
  const log = recordingLog();
  const watch = watchInbox({
    inbox,
    clerks: ['olena', 'ivan'],
    settleMs: 60,
    giveUpMs: 400,
    scanMs: 5000,
    once: false,
    isWhole,
    clock: systemClock,
    log,
    ...change,
  });
  const { claim } = trays({ work: join(root, '.work'), refused: join(root, 'refused'), timeZone: 'Europe/Kyiv', clock: systemClock });
  const claimed: { readonly name: string; readonly by: string | null; readonly at: number }[] = [];
  const startedAt = Date.now();
  const ended = (async () => {
    for await (const batch of watch.batches()) {
      for (const arrival of batch) {
        const drop = await claim(arrival);
        if (drop !== null) claimed.push({ name: drop.name, by: drop.droppedBy, at: Date.now() - startedAt });
      }
    }
  })();
  onTestFinished(async () => {
    await watch.stop();
    await ended;
  });
  const names = () => claimed.map(({ name }) => name);
  const until = async (condition: () => boolean, forMs = 4000) => {
    for (const end = Date.now() + forMs; !condition() && Date.now() < end; ) await sleep(10);
    expect(condition(), `got ${names().join(', ')}`).toBe(true);
  };
  return { inbox, watch, claimed, names, ended, until, log };
}

describe('watching the inbox', () => {
  it('claims what lies there at the start in natural order, and then what arrives', async () => {
    const { inbox, names, until } = await watched({}, ['проєкт 10.json', 'проєкт 2.json', 'проєкт 1.json', 'Проєкт 3.json']);
    await until(() => names().length === 4);
    expect(names()).toEqual(['проєкт 1.json', 'проєкт 2.json', 'Проєкт 3.json', 'проєкт 10.json']);
    await writeFile(join(inbox, 'проєкт 0.json'), DRAFT);
    await until(() => names().length === 5);
    expect(names().at(-1)).toBe('проєкт 0.json');
  });

  it('hears of an arrival by an event, long before the next full scan', async () => {
    const { inbox, names, until, log } = await watched({ scanMs: 60_000 });
    await sleep(500);
    await writeFile(join(inbox, 'a.json'), DRAFT);
    await until(() => names().length === 1, 3000);
    expect(log.lines).toEqual([]);
  });

  it('waits until a growing file has stopped growing', async () => {
    const { inbox, claimed, until } = await watched({ settleMs: 150 });
    const file = join(inbox, 'slow.json');
    const startedAt = Date.now();
    await writeFile(file, '{"kind":"decision","title":"');
    for (let step = 0; step < 8; step += 1) {
      await sleep(50);
      await appendFile(file, 'слово ');
    }
    await appendFile(file, '"}');
    const grownAt = Date.now() - startedAt;
    await until(() => claimed.length === 1);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(grownAt + 100);
  });

  it('waits anew when a settled file is replaced by another before it is claimed', async () => {
    const { inbox, claimed, until } = await watched({ settleMs: 300 });
    await writeFile(join(inbox, 'a.json'), '{"kind":"decision","title":"перший"}');
    await sleep(200);
    const replacedAt = Date.now();
    await writeFile(join(inbox, '.a.json.new'), '{"kind":"decision","title":"другий"}');
    await rename(join(inbox, '.a.json.new'), join(inbox, 'a.json'));
    await until(() => claimed.length === 1);
    expect(Date.now() - replacedAt).toBeGreaterThanOrEqual(280);
  });

  it('gives a settled file that breaks off until giveUp, and does not hold the others up', async () => {
    const { inbox, claimed, names, until } = await watched({ settleMs: 50, giveUpMs: 600 });
    await writeFile(join(inbox, 'a-broken.json'), '{"kind":"decision","title":"обір');
    await writeFile(join(inbox, 'b-whole.json'), DRAFT);
    await until(() => names().length === 2);
    expect(names()).toEqual(['b-whole.json', 'a-broken.json']);
    expect((claimed[1]?.at ?? 0) - (claimed[0]?.at ?? 0)).toBeGreaterThan(400);
  });

  it('takes a broken file as soon as the rest of it has come', async () => {
    const { inbox, names, until } = await watched({ settleMs: 50, giveUpMs: 60_000 });
    await writeFile(join(inbox, 'a.xml'), '<decision xmlns="urn:regesta:draft:1">');
    await sleep(300);
    expect(names()).toEqual([]);
    await appendFile(join(inbox, 'a.xml'), '</decision>');
    await until(() => names().length === 1);
  });

  it('tells two clerks apart by their folders', async () => {
    const { claimed, until } = await watched({}, ['olena/x.json', 'ivan/x.json', 'x.json']);
    await until(() => claimed.length === 3);
    expect(claimed.map(({ by }) => by)).toEqual([null, 'ivan', 'olena']);
  });

  it('leaves hidden, temporary and lock files where they are', async () => {
    const { inbox, names, until } = await watched();
    for (const name of [
      '.hidden.json',
      '~$a.json',
      '.~lock.a.json#',
      'a.tmp',
      'a.part',
      'a.crdownload',
      'a.json.swp',
      'Thumbs.db',
      'desktop.ini',
    ]) {
      await writeFile(join(inbox, name), DRAFT);
    }
    await writeFile(join(inbox, 'z.json'), DRAFT);
    await until(() => names().length === 1);
    await sleep(200);
    expect(names()).toEqual(['z.json']);
  });

  it('hands on a foreign folder whole and a link as it is, opening neither', async () => {
    const { inbox, names, until } = await watched();
    await mkdir(join(inbox, 'stranger'));
    await writeFile(join(inbox, 'stranger', 'a.json'), DRAFT);
    await symlink('/etc/passwd', join(inbox, 'link.json'));
    await mkdir(join(inbox, 'olena', 'inner'));
    await until(() => names().length === 3);
    expect(new Set(names())).toEqual(new Set(['stranger', 'link.json', 'inner']));
  });

  it('says in the log that it polls where no events come, and still finds what arrives', async () => {
    const root = await temporaryFolder();
    const log = recordingLog();
    const seen: string[] = [];
    const watch = watchInbox({
      inbox: join(root, 'later'),
      clerks: [],
      settleMs: 50,
      giveUpMs: 400,
      scanMs: 60_000,
      once: false,
      isWhole,
      clock: systemClock,
      log,
    });
    const ended = (async () => {
      for await (const batch of watch.batches()) {
        for (const arrival of batch) {
          seen.push(arrival.name);
          await rm(arrival.path);
        }
      }
    })();
    onTestFinished(async () => {
      await watch.stop();
      await ended;
    });
    for (const end = Date.now() + 4000; !log.lines.some(({ message }) => message.includes('polling')) && Date.now() < end; )
      await sleep(20);
    expect(log.lines.map(({ message }) => message)).toContain('no file events come from the inbox, polling');
    await mkdir(join(root, 'later'));
    await writeFile(join(root, 'later', 'a.json'), DRAFT);
    for (const end = Date.now() + 4000; seen.length === 0 && Date.now() < end; ) await sleep(20);
    expect(seen).toEqual(['a.json']);
  });
});

describe('looking into the inbox once', () => {
  it('takes what came after the first look only if it is told to expect it', async () => {
    const root = await temporaryFolder();
    await writeFile(join(root, 'a.json'), DRAFT);
    const settings = { inbox: root, clerks: [], settleMs: 50, giveUpMs: 400, scanMs: 5000, once: true, isWhole, clock: systemClock };
    const watch = watchInbox({ ...settings, log: recordingLog() });
    const seen: string[] = [];
    for await (const batch of watch.batches()) {
      for (const { name, path } of batch) {
        seen.push(name);
        await rm(path);
      }
      if (seen.length > 1) continue;
      for (const name of ['posted.json', 'stranger.json']) await writeFile(join(root, name), DRAFT);
      watch.expect(join(root, 'posted.json'));
    }
    expect(seen).toEqual(['a.json', 'posted.json']);
    expect(watch.left()).toEqual([]);
  });

  it('ends when all that lay there is claimed, and leaves nothing', async () => {
    const { ended, names, watch } = await watched({ once: true }, ['a.json', 'olena/b.json']);
    await ended;
    expect(names()).toEqual(['a.json', 'b.json']);
    expect(watch.left()).toEqual([]);
  });

  it('ends at once where nothing lies', async () => {
    const { ended, names } = await watched({ once: true, settleMs: 60_000 });
    await ended;
    expect(names()).toEqual([]);
  });

  it('gives a file that breaks off two settle times and hands it on', async () => {
    const root = await temporaryFolder();
    await writeFile(join(root, 'a.json'), '{"kind":');
    const startedAt = Date.now();
    const watch = watchInbox({
      inbox: root,
      clerks: [],
      settleMs: 150,
      giveUpMs: 60_000,
      scanMs: 1000,
      once: true,
      isWhole,
      clock: systemClock,
      log: recordingLog(),
    });
    const seen: string[] = [];
    for await (const batch of watch.batches()) {
      for (const arrival of batch) {
        seen.push(arrival.name);
        await rm(arrival.path);
      }
    }
    expect(seen).toEqual(['a.json']);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(290);
  });

  it('names a file that still changes after giveUp, and ends', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'olena'));
    const file = join(root, 'olena', 'growing.json');
    await writeFile(file, DRAFT);
    await writeFile(join(root, 'still.json'), DRAFT);
    let time = 1_000_000;
    const growing = setInterval(() => {
      time += 1;
      void utimes(file, time, time);
    }, 20);
    onTestFinished(() => clearInterval(growing));
    const watch = watchInbox({
      inbox: root,
      clerks: ['olena'],
      settleMs: 100,
      giveUpMs: 400,
      scanMs: 1000,
      once: true,
      isWhole,
      clock: systemClock,
      log: recordingLog(),
    });
    const seen: string[] = [];
    for await (const batch of watch.batches()) {
      for (const arrival of batch) {
        seen.push(arrival.name);
        await rm(arrival.path);
      }
    }
    expect(seen).toEqual(['still.json']);
    expect(watch.left()).toEqual(['olena/growing.json']);
  });
});
