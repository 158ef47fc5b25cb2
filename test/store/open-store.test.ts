import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../pipeline/model/digest.js';
import { openStore } from '../../pipeline/store/store.js';
import { event, indexed, newEntry, tickingClock } from './sample.js';
import { type ScratchStore, SQLITE } from './scratch-store.js';

describe('opening a store on SQLite', () => {
  let scratch: ScratchStore;
  beforeEach(async () => {
    scratch = await SQLITE.scratchStore();
    return () => scratch.remove();
  });
  const raw = (): Knex => scratch.raw();

  test('makes a sound database in WAL, and opens it again as it is', async () => {
    const store = await scratch.open();
    expect(await store.integrity()).toEqual([]);
    await store.close();
    const other = raw();
    expect(await other.raw('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    await other.destroy();
    const before = sha256(await readFile(scratch.database));
    await (await scratch.open()).close();
    expect(sha256(await readFile(scratch.database))).toBe(before);
  });

  test('does so for many at the same moment', async () => {
    const stores = await Promise.all(Array.from({ length: 3 }, () => scratch.open()));
    for (const [n, store] of stores.entries())
      expect((await store.register.register(newEntry(`d${n}`), event(`d${n}`))).ordinal).toBe(n + 1);
  });

  test('refuses a file that is not a database', async () => {
    await writeFile(scratch.database, 'Це не база даних. '.repeat(500));
    await expect(scratch.open()).rejects.toMatchObject({ code: 'database-corrupt', message: expect.stringContaining(scratch.database) });
    expect(await readFile(scratch.database, 'utf8')).toContain('Це не база');
  });

  test('refuses a database of another program and leaves it as it is', async () => {
    const other = raw();
    await other.raw('CREATE TABLE invoice (id INTEGER)');
    await other.destroy();
    const before = sha256(await readFile(scratch.database));
    await expect(scratch.open()).rejects.toMatchObject({
      code: 'database-corrupt',
      message: expect.stringContaining('not one of Regesta'),
    });
    expect(sha256(await readFile(scratch.database))).toBe(before);
  });

  test('refuses a database written by a newer version, naming what it does not know', async () => {
    await (await scratch.open()).close();
    const newer = raw();
    await newer('migration').insert({ name: '0999-from-the-future', batch: 9, migration_time: new Date(0) });
    await newer.destroy();
    await expect(scratch.open()).rejects.toMatchObject({
      code: 'database-newer',
      message: expect.stringContaining('0999-from-the-future'),
    });
  });

  test('refuses a damaged database, or names the damage', async () => {
    const store = await scratch.open();
    for (let n = 0; n < 200; n += 1) {
      const registration = await store.register.register(newEntry(`d${n}`, { title: 'Про оренду землі '.repeat(20) }), event(`d${n}`));
      if (n % 20 === 0) await store.index.file(indexed(`d${n}`, registration, 'оренда'), event(`d${n}`), async () => undefined);
    }
    await store.close();
    const file = await open(scratch.database, 'r+');
    const { size } = await file.stat();
    // Not the form of the database, which lies in front, but what is in it.
    for (let page = Math.floor(size / 8192); page * 4096 < size; page += 2)
      await file.write(Buffer.alloc(2048, 0xa5), 0, 2048, page * 4096);
    await file.close();

    const damaged = await scratch.open();
    expect(await damaged.integrity()).not.toEqual([]);
    await expect(damaged.register.list({})).rejects.toMatchObject({ code: 'database-corrupt' });
  });

  test('gives up on a database that another process writes for too long, and goes on when it is free', async () => {
    const store = await scratch.open({ busyMs: 200 });
    const other = raw();
    await other.raw('BEGIN IMMEDIATE');
    const asked = performance.now();
    await expect(store.register.register(newEntry('a'), event('a'))).rejects.toMatchObject({ code: 'database-busy' });
    expect(performance.now() - asked).toBeGreaterThan(150);
    expect(await store.register.list({}), 'reading goes on').toEqual([]);
    await other.raw('ROLLBACK');
    await other.destroy();
    expect((await store.register.register(newEntry('a'), event('a'))).ordinal).toBe(1);
  });

  test('names a folder that is not there, and what is not a file at all', async () => {
    const clock = tickingClock();
    await expect(openStore({ database: join(scratch.folder, 'none', 'regesta.sqlite'), clock })).rejects.toMatchObject({
      code: 'folder-access',
    });
    await expect(openStore({ database: scratch.folder, clock })).rejects.toMatchObject({ code: 'folder-access' });
    await expect(openStore({ database: 'mysql://office/db', clock })).rejects.toMatchObject({ code: 'office-settings' });
  });

  test('shows the folder of the archive as the office calls it', async () => {
    const store = await openStore({ database: scratch.database, clock: tickingClock(), archive: 'Архів/акти' });
    await store.register.register(newEntry('a'), event('a'));
    expect(await store.register.list({})).toMatchObject([{ path: 'Архів/акти/2021/decision/1' }]);
    await store.close();
  });
});
