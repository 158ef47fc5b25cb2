import { setTimeout } from 'node:timers/promises';
import knex, { type Knex } from 'knex';
import { Fault } from '../model/fault.js';
import type { Engine } from './engine.js';
import { sqliteDialect } from './sqlite-dialect.js';
import { asFault } from './sqlite-fault.js';

/** `RGST`, in the header of every database of ours. */
const APPLICATION_ID = 0x52475354;
/** knex begins a transaction as a reader, which could no more become a writer once another has written; a write that touches nothing comes first. */
const BECOME_WRITER = 'DELETE FROM writer WHERE false';
const PAUSE_MS = 50;
/** Reads wait their turn for as long as it takes. */
const ACQUIRE_MS = 2 ** 31 - 1;

/**
 * Opens a database file, made if it is not there: WAL, so that readers and the writer do not wait for each other; every commit is on the disk
 * (`synchronous = FULL`). One connection writes, another reads. Waits `busyMs` for another process that writes. Fault `database-corrupt` if
 * the file is not a sound database of ours.
 */
export async function openSqlite(file: string, busyMs: number): Promise<Engine> {
  const connect = (...pragmas: string[]): Knex => connection(file, [`busy_timeout = ${busyMs}`, 'foreign_keys = ON', ...pragmas]);
  const writer = connect('synchronous = FULL');
  const reader = connect('query_only = ON');
  let turn: Promise<unknown> = Promise.resolve();
  const close = async (): Promise<void> => {
    await turn;
    await reader.destroy();
    await writer.destroy();
  };
  try {
    await patiently(() => prepare(writer, file), file, busyMs);
  } catch (error) {
    await close();
    throw error;
  }

  const read: Engine['read'] = (work) => work(reader).catch((error: unknown) => Promise.reject(asFault(error, file)));
  return {
    dialect: sqliteDialect,
    name: file,
    read,
    write(work) {
      const mine = turn.then(() => transact(writer, file, work));
      turn = mine.catch(() => undefined);
      return mine;
    },
    held: async () => undefined,
    mayLast: async () => undefined,
    async copyTo(copy) {
      const source = connect();
      try {
        await source.raw('VACUUM INTO ?', [copy]);
      } catch (error) {
        throw asFault(error, file);
      } finally {
        await source.destroy();
      }
    },
    integrity: () => integrity(read),
    close,
  };
}

/**
 * Takes the file at `file`, made if it is not there, for this process alone; undefined if another has it. The kernel lets go of it when the
 * process ends, however it ends. Nothing else in this process may open the file: closing it would let go of it, too.
 */
export async function holdExclusively(file: string): Promise<{ release(): Promise<void> } | undefined> {
  const holder = connection(file, ['busy_timeout = 0']);
  try {
    await holder.raw('BEGIN EXCLUSIVE');
  } catch (error) {
    await holder.destroy();
    const fault = asFault(error, file);
    if (fault instanceof Fault && fault.code === 'database-busy') return undefined;
    throw fault;
  }
  return { release: () => holder.destroy() };
}

const ignore = (): void => undefined;

/** One connection, the same all the time. */
function connection(filename: string, pragmas: readonly string[]): Knex {
  const afterCreate = (
    raw: { exec(sql: string, done: (error: Error | null) => void): unknown },
    done: (error: Error | null) => void,
  ): void => {
    raw.exec(pragmas.map((pragma) => `PRAGMA ${pragma};`).join('\n'), done);
  };
  return knex({
    client: 'sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    // Errors are thrown: knex's own lines would come beside them, and with values of acts.
    compileSqlOnError: false,
    log: { warn: ignore, error: ignore, debug: ignore, deprecate: ignore },
    acquireConnectionTimeout: ACQUIRE_MS,
    pool: { min: 1, max: 1, afterCreate },
  });
}

/** SQLite itself does not wait for a process that is making the same file at this moment. */
async function patiently(work: () => Promise<void>, file: string, busyMs: number): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += PAUSE_MS) {
    try {
      return await work();
    } catch (error) {
      const fault = asFault(error, file);
      if (!(fault instanceof Fault) || fault.code !== 'database-busy' || waitedMs >= busyMs) throw fault;
      await setTimeout(PAUSE_MS);
    }
  }
}

async function prepare(writer: Knex, file: string): Promise<void> {
  // Asked in this order: who makes the file at this moment gives it its id before its first table.
  const tables: unknown[] = await writer('sqlite_master').select('name').limit(1);
  const id = await pragma(writer, 'application_id');
  if (id !== APPLICATION_ID) {
    if (id !== 0 || tables.length > 0)
      throw new Fault('database-corrupt', `${file} is an SQLite database, but not one of Regesta's: see database in office.yaml`);
    await writer.raw(`PRAGMA application_id = ${APPLICATION_ID}`);
  }
  await writer.raw('PRAGMA journal_mode = WAL');
  await writer.raw('CREATE TABLE IF NOT EXISTS writer (turn INTEGER)');
}

async function pragma(db: Knex, name: string): Promise<unknown> {
  const [row]: Record<string, unknown>[] = await db.raw(`PRAGMA ${name}`);
  return row?.[name];
}

async function transact<T>(writer: Knex, file: string, work: (db: Knex) => Promise<T>): Promise<T> {
  let reason: { readonly error: unknown } | undefined;
  try {
    return await writer.transaction(async (db) => {
      try {
        await db.raw(BECOME_WRITER);
        return await work(db);
      } catch (error) {
        reason = { error };
        throw error;
      }
    });
  } catch (error) {
    // A commit that failed may have left its transaction open, and after a full disk SQLite has already rolled back: both end here.
    await writer.raw('ROLLBACK').catch(() => undefined);
    throw asFault(reason === undefined ? error : reason.error, file);
  }
}

async function integrity(read: Engine['read']): Promise<string[]> {
  try {
    return await read(async (db) => {
      const pages: { integrity_check: string }[] = await db.raw('PRAGMA integrity_check');
      const keys: { table: string; rowid: number }[] = await db.raw('PRAGMA foreign_key_check');
      return [
        ...pages.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
        ...keys.map((row) => `row ${row.rowid} of ${row.table} refers to nothing`),
      ];
    });
  } catch (error) {
    if (error instanceof Fault && error.code === 'database-corrupt') return [error.message];
    throw error;
  }
}
