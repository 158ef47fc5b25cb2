import type { Knex } from 'knex';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Leases, RunnerIdentity, Store } from '../../pipeline/model/ports.js';
import { event, indexed, journalOf, newEntry } from './sample.js';
import { type ScratchStore, SERVERS, SQLITE, silence } from './scratch-store.js';

/** Runners of one host, and which of them the host knows to have ended. */
const gone = new Set<number>();
const runner = (id: string, pid: number): RunnerIdentity => ({ id, host: 'here', pid, isGone: (other) => gone.has(other.pid) });

test('there are no leases on SQLite: one process has the whole folder', async () => {
  const scratch = await SQLITE.scratchStore();
  expect((await scratch.open({ runner: runner('alone', 1) })).leases).toBeUndefined();
  await scratch.remove();
});

describe.each(SERVERS)('leases on $name', ({ scratchStore }) => {
  let scratch: ScratchStore;
  let left: Store;
  let right: Store;
  beforeEach(async () => {
    gone.clear();
    scratch = await scratchStore();
    left = await scratch.open({ runner: runner('left', 1) });
    right = await scratch.open({ runner: runner('right', 2) });
    return () => scratch.remove();
  });
  const leases = (store: Store): Leases => {
    if (store.leases === undefined) throw new Error('no leases');
    return store.leases;
  };
  const raw = async (work: (db: Knex) => Promise<unknown>): Promise<void> => {
    const db = scratch.raw();
    await work(db);
    await db.destroy();
  };
  const silent = (id: string): Promise<void> => raw((db) => silence(db, id));

  test('leave a living runner its claims, and give a claim that is nobody’s to one only', async () => {
    await leases(left).take('a');
    await leases(right).take('b');
    expect(await leases(right).takeOver(['a', 'b', 'c'])).toEqual(['c']);
    expect(await leases(left).takeOver(['a', 'b', 'c'])).toEqual([]);
    await expect(leases(left).take('b')).rejects.toThrow();
  });

  test('give the claims of a runner that is known to have ended at once', async () => {
    await leases(left).take('a');
    gone.add(1);
    expect(await leases(right).takeOver(['a'])).toEqual(['a']);
    expect(await leases(right).takeOver(['a'])).toEqual([]);
    expect(await leases(right).gone(['left', 'right', 'long-ago'])).toEqual(['left', 'long-ago']);
  });

  test('give the claims of a runner that is silent for too long, and not once it has spoken again', async () => {
    await leases(left).take('a');
    await leases(left).take('b');
    await silent('left');
    expect(await leases(right).takeOver(['a'])).toEqual(['a']);
    await leases(left).renew();
    expect(await leases(right).takeOver(['b'])).toEqual([]);
    expect(await leases(left).takeOver(['a', 'b']), 'what was taken over stays so').toEqual([]);
    expect(await leases(right).gone(['left']), 'it may still write into its own folder').toEqual([]);
  });

  test('show a runner that takes a claim as living, however long it was silent before', async () => {
    await silent('left');
    await leases(left).take('a');
    expect(await leases(right).takeOver(['a'])).toEqual([]);
  });

  test('of a runner that was silent for a day are anybody’s, and it is forgotten', async () => {
    await leases(left).take('a');
    await raw((db) =>
      db('runner')
        .where({ id: 'left' })
        .update({ lives_until: Date.now() - 25 * 3600_000 }),
    );
    expect(await leases(right).gone(['left', 'right'])).toEqual(['left']);
    await raw(async (db) => expect([await db('runner').pluck('id'), await db('lease').pluck('claim')]).toEqual([['right'], []]));
    expect(await leases(right).takeOver(['a'])).toEqual(['a']);
    await leases(left).renew();
    await expect(left.journal.append({ ...event('a', 'a'), step: 'refused', act: null })).rejects.toMatchObject({ code: 'lease-lost' });
  });

  test('that a runner has by a commit whose answer was lost are its own to take over', async () => {
    await raw((db) => db('lease').insert({ claim: 'a', office: 'main', runner: 'left' }));
    expect(await leases(left).takeOver(['a'])).toEqual(['a']);
    expect(await leases(left).takeOver(['a'])).toEqual([]);
  });

  test('are free when the runner leaves or has finished', async () => {
    await leases(left).take('a');
    await leases(left).take('b');
    await leases(left).release('a');
    expect(await leases(right).takeOver(['a'])).toEqual(['a']);
    await leases(right).release('b');
    expect(await leases(right).takeOver(['b'])).toEqual([]);
    await leases(left).leave();
    expect(await leases(right).takeOver(['b'])).toEqual(['b']);
  });

  test('give a hundred claims of a dead runner to ten others, each once', async () => {
    const claims = Array.from({ length: 100 }, (_, n) => `c${n}`);
    for (const claim of claims) await leases(left).take(claim);
    gone.add(1);
    const others = await Promise.all(Array.from({ length: 10 }, (_, n) => scratch.open({ runner: runner(`r${n}`, 10 + n) })));
    const taken = await Promise.all(others.map((other, n) => leases(other).takeOver(claims.slice(n * 5))));
    const rest = await leases(right).takeOver(claims);
    expect([...taken.flat(), ...rest].sort()).toEqual([...claims].sort());
  });

  test('lie aside while an act waits, and go to whoever goes on with it first', async () => {
    await leases(left).take('a');
    await leases(left).park('a');
    expect(await leases(right).takeOver(['a'])).toEqual([]);
    expect(await leases(left).takeOver(['a'], { asideToo: true }), 'at a start').toEqual(['a']);
    await leases(left).park('a');
    expect(await leases(right).resume('a')).toBe(true);
    expect(await leases(right).resume('a'), 'it is its own').toBe(true);
    expect(await leases(left).resume('a')).toBe(false);
    gone.add(2);
    expect(await leases(left).resume('a')).toBe(true);
  });

  test('of another folder on the same register are left alone', async () => {
    const elsewhere = await scratch.open({ runner: runner('far', 3), office: 'north' });
    await leases(elsewhere).take('a');
    gone.add(3);
    expect(await leases(left).takeOver([])).toEqual([]);
    expect(await leases(elsewhere).takeOver(['a']), 'its own').toEqual([]);
  });

  describe('that are lost', () => {
    beforeEach(async () => {
      await leases(left).take('claim-a');
      await left.register.register(newEntry('a'), event('a'));
      await silent('left');
      await leases(right).takeOver(['claim-a']);
    });
    const lost = { code: 'lease-lost', message: expect.stringContaining('claim-a') };

    test('let their runner neither register nor file nor write in the journal', async () => {
      await expect(left.register.register(newEntry('a'), event('a'))).rejects.toMatchObject(lost);
      await expect(left.journal.append({ ...event('a'), step: 'refused', act: null })).rejects.toMatchObject(lost);
      const registration = await right.register.register(newEntry('a'), event('a'));
      const publishedBy: string[] = [];
      const act = indexed('a', registration, 'оренда');
      await expect(left.index.file(act, event('a'), async () => void publishedBy.push('left'))).rejects.toMatchObject(lost);
      await right.index.file(act, event('a'), async () => void publishedBy.push('right'));
      await left.index.file(act, event('a'), async () => void publishedBy.push('left again'));
      expect(publishedBy).toEqual(['right']);
      expect((await journalOf(right)).map(({ step }) => step)).toEqual(['registered', 'filed']);
    });

    test('let a late failure to sign not undo what the other has filed', async () => {
      const registration = await right.register.register(newEntry('a'), event('a'));
      await right.index.file(indexed('a', registration, ''), event('a'), async () => undefined);
      await left.register.setState('decision', 2021, 1, 'awaiting-signature');
      expect(await right.register.list({})).toMatchObject([{ state: 'filed' }]);
    });
  });
});

describe.each(SERVERS)('one register for two folders on $name', ({ scratchStore }) => {
  test('has one run of numbers, and gives each folder its own acts and its own lines to place', async () => {
    const scratch = await scratchStore();
    const north = await scratch.open({ office: 'north' });
    const south = await scratch.open({ office: 'south', archive: 'Архів' });
    for (const [n, store] of [north, south, north].entries()) {
      const registration = await store.register.register(newEntry(`d${n}`), event(`d${n}`));
      expect(registration.ordinal).toBe(n + 1);
    }
    expect((await north.register.list({})).map(({ office, path }) => `${office}: ${path}`)).toEqual([
      'north: archive/2021/decision/1',
      'south: Архів/2021/decision/2',
      'north: archive/2021/decision/3',
    ]);

    await north.journal.append({ ...event('x'), step: 'refused', act: null });
    await south.journal.append({ ...event('y'), step: 'refused', act: null });
    const placed: number[][] = [];
    await north.journal.place(async (lines) => void placed.push(lines.map(({ seq }) => seq)));
    expect(placed).toEqual([[4]]);
    expect([...(await south.journal.waiting())].sort(), 'whatever is not in this folder').toEqual([1, 2, 3, 4, 5]);
    expect([...(await north.journal.waiting())].sort()).toEqual([1, 2, 3, 5]);

    const registration = await south.register.register(newEntry('d0'), event('d0', 'claim-south'));
    await south.index.file(indexed('d0', registration, ''), event('d0', 'claim-south'), async () => undefined);
    expect(await north.register.find('decision', 2021, '1'), 'who files it has it').toMatchObject({ state: 'filed', office: 'south' });
    await scratch.remove();
  });
});
