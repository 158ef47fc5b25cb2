import { createServer } from 'node:net';
import { beforeEach, describe, expect, test } from 'vitest';
import { databaseName, openStore } from '../../pipeline/store/store.js';
import { event, indexed, journalOf, newEntry, tickingClock } from './sample.js';
import { endWriter, inSchema, type ScratchStore, SERVER, SERVERS } from './scratch-store.js';

describe('the address of a database', () => {
  const clock = tickingClock();

  test.each([
    ['postgres://clerk:secret@db.local:5433/regesta?options=-csearch_path%3Da', 'postgres://clerk@db.local:5433/regesta'],
    ['postgresql://db.local/regesta', 'postgresql://db.local/regesta'],
    ['/office/regesta.sqlite', '/office/regesta.sqlite'],
  ])('is shown without a password: %s', (database, name) => {
    expect(databaseName(database)).toBe(name);
  });

  test('that nobody answers at is the fault that names the setting, and no password', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    await new Promise((resolve) => server.close(resolve));
    const refused = openStore({ database: `postgres://clerk:secret@127.0.0.1:${port}/regesta`, clock });
    await expect(refused).rejects.toMatchObject({
      code: 'database-busy',
      message: expect.stringMatching(new RegExp(`^postgres://clerk@127.0.0.1:${port}/regesta .*office.yaml.*REGESTA_DATABASE`)),
    });
    const noSocket = openStore({ database: 'postgres:///regesta?host=/nowhere/at-all', clock });
    await expect(noSocket).rejects.toMatchObject({ code: 'database-busy' });
  });

  test.each(['mysql://office/db', 'postgres://[broken'])('that is none is refused: %s', async (database) => {
    await expect(openStore({ database, clock })).rejects.toMatchObject({ code: 'office-settings' });
  });
});

describe.each(SERVERS)('opening a store on $name', ({ scratchStore }) => {
  let scratch: ScratchStore;
  beforeEach(async () => {
    scratch = await scratchStore();
    return () => scratch.remove();
  });

  test('makes the tables for many at the same moment', async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => scratch.open()));
    for (const [n, store] of stores.entries())
      expect((await store.register.register(newEntry(`d${n}`), event(`d${n}`))).ordinal).toBe(n + 1);
    expect(await stores[0]?.integrity()).toEqual([]);
  });

  test('refuses a schema of another program, and one that is not there', async () => {
    const other = scratch.raw();
    await other.raw('CREATE TABLE invoice (id integer)');
    await expect(scratch.open()).rejects.toMatchObject({ code: 'office-settings', message: expect.stringContaining('another program') });
    expect((await other.raw('SELECT tablename FROM pg_tables WHERE schemaname = current_schema()')).rows).toEqual([
      { tablename: 'invoice' },
    ]);
    await other.destroy();
    await expect(openStore({ database: inSchema(SERVER ?? '', 'nowhere'), clock: tickingClock() })).rejects.toMatchObject({
      code: 'office-settings',
    });
  });

  test('refuses a database that is not there, and one written by a newer version', async () => {
    const url = new URL(SERVER ?? '');
    url.pathname = '/not-there';
    await expect(openStore({ database: url.href, clock: tickingClock() })).rejects.toMatchObject({ code: 'office-settings' });
    await (await scratch.open()).close();
    const newer = scratch.raw();
    await newer('migration').insert({ name: '0999-from-the-future', batch: 9, migration_time: new Date(0) });
    await newer.destroy();
    await expect(scratch.open()).rejects.toMatchObject({
      code: 'database-newer',
      message: expect.stringContaining('0999-from-the-future'),
    });
  });

  test('gives up on a database that another writes for too long, and goes on when it is free', async () => {
    const store = await scratch.open({ busyMs: 200 });
    const other = await scratch.open({ busyMs: 200 });
    let release = (): void => undefined;
    let held: Promise<void> | undefined;
    await new Promise<void>((frozen) => {
      held = other.freeze(() => {
        frozen();
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      });
    });
    const asked = performance.now();
    await expect(store.register.register(newEntry('a'), event('a'))).rejects.toMatchObject({ code: 'database-busy' });
    expect(performance.now() - asked).toBeGreaterThan(150);
    expect(await store.register.list({}), 'reading goes on').toEqual([]);
    release();
    await held;
    expect((await store.register.register(newEntry('a'), event('a'))).ordinal).toBe(1);
  });

  test('is not to be reached when its connections are cut in the middle of filing; nothing is filed, and it goes on afterwards', async () => {
    const store = await scratch.open();
    const registration = await store.register.register(newEntry('a'), event('a'));
    const act = indexed('a', registration, 'оренда');
    const other = scratch.raw();
    const cut = store.index.file(act, event('a'), async () => {
      await endWriter(other);
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    await expect(cut).rejects.toMatchObject({ code: 'database-busy' });
    await other.destroy();
    expect(await store.register.list({})).toMatchObject([{ state: 'registered' }]);
    await store.index.file(act, event('a'), async () => undefined);
    expect((await journalOf(store)).map(({ step }) => step)).toEqual(['registered', 'filed']);
  });

  test('keeps words of any length and number', async () => {
    const store = await scratch.open();
    const registration = await store.register.register(newEntry('a'), event('a'));
    const words = Array.from({ length: 120_000 }, (_, n) => `слово${n.toString(36)}`).join(' ');
    await store.index.file(indexed('a', registration, `${words} ${'ж'.repeat(5000)}`), event('a'), async () => undefined);
    expect(await store.index.search('слово2kf')).toHaveLength(1);
    expect(await store.index.search('ж'.repeat(5000))).toHaveLength(1);
    expect(await store.index.search('ж'.repeat(5001))).toEqual([]);
  });

  test('forbids to empty the journal', async () => {
    await (await scratch.open()).close();
    const other = scratch.raw();
    await expect(other.raw('TRUNCATE journal CASCADE')).rejects.toThrow('kept for ever');
    await other.destroy();
  });
});
