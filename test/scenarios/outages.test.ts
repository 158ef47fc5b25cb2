import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Fault } from '../../pipeline/model/fault.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { type Cut, type Network, networkTo } from '../store/network.js';
import { type ScratchStore, SERVERS } from '../store/scratch-store.js';
import { onDatabase } from './office-engines.js';
import { filesIn, plainDraft, registerOf, runOnce, tempOffice } from './temp-office.js';
import { appeared, type WatchingOffice, watching } from './watching-office.js';

/** Every how manieth message is lost; 1 tries all, and takes minutes. */
const SHARE = Number(process.env['OUTAGE_SHARE'] ?? 13);

// Without a server vitest would call the file broken, for it holds no test then; what was not run is said at the end of every run.
test.skipIf(SERVERS.length > 0)('needs a database on a server', ({ skip }) => skip());

describe.each(SERVERS)('when the way to $name breaks off', (server) => {
  let scratch: ScratchStore;
  let network: Network;
  let root: string;
  let dropped: number;
  let office: WatchingOffice | undefined;

  beforeEach(async () => {
    scratch = await server.scratchStore();
    network = await networkTo(scratch.database);
    root = await tempOffice((settings) => onDatabase(network.url)(settings).replace(/scan: \S+/, 'scan: 300ms'));
    dropped = 0;
    return async () => {
      await network.close();
      await scratch.remove();
    };
  });
  afterEach(() => {
    office?.child.kill('SIGKILL');
    office = undefined;
  });

  const drop = async (): Promise<void> => {
    dropped += 1;
    await writeFile(join(root, 'inbox', `${dropped}.json`), await plainDraft({ id: `${dropped}` }));
  };
  /** As `runOnce`; what the world did to it is no failure here. */
  const attempt = async (): Promise<void> => {
    await runOnce(root).catch((problem: unknown) => {
      if (!(problem instanceof Fault)) throw problem;
    });
  };
  const holds = async (): Promise<void> => {
    expect((await registerOf(root)).map(({ ordinal, state }) => [ordinal, state])).toEqual(
      Array.from({ length: dropped }, (_, n) => [27 + n, 'filed']),
    );
    const opened = await openOffice(root);
    const { problems } = await opened.verify();
    await opened.close();
    expect(problems).toEqual([]);
    expect((await filesIn(join(root, 'outbox'))).filter((name) => name.endsWith('act.pdf'))).toHaveLength(dropped);
    expect(await filesIn(join(root, '.work'))).toEqual([]);
    const db = scratch.raw();
    const leases = await db('lease').pluck('claim');
    await db.destroy();
    expect(leases).toEqual([]);
  };
  /** Drops one draft, loses what is said, and runs again. */
  const survive = async (cut: Cut): Promise<void> => {
    await drop();
    network.cut(cut);
    await attempt();
    network.cut(null);
    await attempt();
    expect(
      (await registerOf(root)).filter(({ state }) => state === 'filed'),
      JSON.stringify(cut),
    ).toHaveLength(dropped);
  };
  /** What the client says in a run that nothing disturbs. */
  const messagesOfARun = async (): Promise<readonly string[]> => {
    await drop();
    const before = network.messages.length;
    await attempt();
    return network.messages.slice(before);
  };

  test.each(['message', 'answer'] as const)('at a commit, its %s lost: each act has its number once and is filed once', async (loses) => {
    const commits = (await messagesOfARun()).filter((message) => /COMMIT/.test(message)).length;
    expect(commits).toBeGreaterThan(1);
    for (let at = 1; at <= commits; at += 1) await survive({ of: /COMMIT/, at, loses });
    await holds();
  });

  test('at any message: each act has its number once and is filed once', async () => {
    const messages = (await messagesOfARun()).length;
    for (let at = 1; at <= messages; at += SHARE) await survive({ at, loses: at % 2 === 0 ? 'answer' : 'message' });
    await holds();
  }, 600_000);

  test('for a time, a process that watches goes on when it is back', async () => {
    office = watching(root);
    await office.logged(({ msg }) => msg === 'watching');
    await drop();
    await appeared(join(root, 'outbox/decision-2021-27/act.pdf'));
    network.down();
    await drop();
    await office.logged(({ code }) => code === 'database-busy');
    await pause(1000);
    expect(office.child.exitCode).toBeNull();
    network.up();
    await appeared(join(root, 'outbox/decision-2021-28/act.pdf'));
    // What is delivered may meet the network once more before its claim has ended, and is then taken again.
    await office.logged(({ msg }) => msg === 'filed' && office?.lines.filter((line) => line.msg === 'filed').length === 2);
    expect(await office.stop()).toBe(0);
    await holds();
  });
});
