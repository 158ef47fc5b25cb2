import knex, { type Knex } from 'knex';
import { Fault } from '../model/fault.js';
import type { Engine } from './engine.js';
import { postgresDialect } from './postgres-dialect.js';
import { postgresFault, unreachable } from './postgres-fault.js';

/** One connection writes; the others read, and say that this runner lives. */
const CONNECTIONS = 4;
/** Reads wait their turn for as long as it takes. */
const ACQUIRE_MS = 2 ** 31 - 1;
/** One writer at a time in a schema; the first number says that the lock is ours. */
const BECOME_WRITER = 'SELECT pg_advisory_xact_lock(1380406100, hashtext(current_schema()))';
/** A machine that has vanished lets go of its transaction after 25 seconds, not after the two hours of the system's default. */
const KEEP_ALIVE = ['tcp_keepalives_idle = 10', 'tcp_keepalives_interval = 5', 'tcp_keepalives_count = 3'];

/** PostgreSQL lets one do beside the writer what needs no turn. */
export interface PostgresEngine extends Engine {
  /** Runs statements each committed by itself, beside whoever writes. */
  beside<T>(work: (db: Knex) => Promise<T>): Promise<T>;
}

/**
 * Opens the database at `url`, in the schema that comes first in its search path (`?options=-csearch_path=…` chooses one).
 * Waits `busyMs` for another that writes. Faults: `database-busy` if the server is not to be reached, `office-settings` if it lets us not in
 * or the schema is not ours.
 */
export async function openPostgres(url: string, busyMs: number): Promise<PostgresEngine> {
  const name = postgresName(url);
  let lost = 0;
  const db = connection(url, [`lock_timeout = ${busyMs}`, 'synchronous_commit = on', ...KEEP_ALIVE], () => {
    lost += 1;
  });
  let turn: Promise<unknown> = Promise.resolve();

  /** A connection that breaks off in the middle of work fails with an error that has no code. */
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    const before = lost;
    try {
      return await work();
    } catch (error) {
      const fault = postgresFault(error, name);
      throw lost !== before && !(fault instanceof Fault) ? unreachable(name, error) : fault;
    }
  };
  const beside: PostgresEngine['beside'] = (work) => guarded(() => work(db));
  const close = async (): Promise<void> => {
    await turn;
    await db.destroy();
  };

  try {
    await beside((reader) => refuseForeign(reader, name));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    dialect: postgresDialect,
    name,
    read: beside,
    beside,
    write(work) {
      const mine = turn.then(() =>
        guarded(() =>
          db.transaction(async (transaction) => {
            await transaction.raw(BECOME_WRITER);
            return work(transaction);
          }),
        ),
      );
      turn = mine.catch(() => undefined);
      return mine;
    },
    integrity: () => integrity(beside),
    close,
  };
}

/** A URL as it may be shown: without password and options. Fault `office-settings` if it is none. */
export function postgresName(url: string): string {
  try {
    const { protocol, username, host, pathname } = new URL(url);
    return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
  } catch (cause) {
    throw new Fault('office-settings', 'database in office.yaml or REGESTA_DATABASE: not a URL such as postgres://user@host/database', {
      cause,
    });
  }
}

const ignore = (): void => undefined;

interface RawConnection {
  query(sql: string, done: (error: Error | null) => void): unknown;
  on(event: 'error' | 'end', listener: () => void): unknown;
}

function connection(url: string, settings: readonly string[], onLost: () => void): Knex {
  const afterCreate = (raw: RawConnection, done: (error: Error | null) => void): void => {
    raw.on('error', onLost);
    raw.on('end', onLost);
    raw.query(settings.map((setting) => `SET ${setting}`).join('; '), done);
  };
  return knex({
    client: 'pg',
    connection: { connectionString: url, application_name: 'regesta', keepAlive: true },
    // Errors are thrown: knex's own lines would come beside them, and with values of acts.
    compileSqlOnError: false,
    log: { warn: ignore, error: ignore, debug: ignore, deprecate: ignore },
    acquireConnectionTimeout: ACQUIRE_MS,
    pool: { min: 0, max: CONNECTIONS, afterCreate },
  });
}

/** Tables of another program in our schema would be mixed with ours. */
async function refuseForeign(db: Knex, name: string): Promise<void> {
  const { rows }: { rows: { schema: string | null; tables: string[] | null }[] } = await db.raw(`SELECT current_schema() AS schema,
    (SELECT array_agg(tablename::text) FROM pg_tables WHERE schemaname = current_schema()) AS tables`);
  const [{ schema, tables } = { schema: null, tables: null }] = rows;
  if (schema === null)
    throw new Fault('office-settings', `database: ${name} has no schema of the search path; make one, or name another in the URL`);
  if (tables === null || tables.includes('migration')) return;
  throw new Fault(
    'office-settings',
    `database: schema ${schema} of ${name} holds tables of another program; give Regesta a database or a schema of its own`,
  );
}

/** Reads every row of every table and index; keys between tables are the server's to keep. */
async function integrity(read: Engine['read']): Promise<string[]> {
  try {
    await read(async (db) => {
      const { rows }: { rows: { tablename: string }[] } = await db.raw(
        'SELECT tablename FROM pg_tables WHERE schemaname = current_schema()',
      );
      for (const { tablename } of rows) await db(tablename).count();
    });
    return [];
  } catch (error) {
    if (error instanceof Fault && error.code === 'database-corrupt') return [error.message];
    throw error;
  }
}
