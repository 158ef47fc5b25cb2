import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';
import type { RunnerIdentity, Store } from '../../pipeline/model/ports.js';
import { openStore } from '../../pipeline/store/store.js';
import { tickingClock } from './sample.js';

/** A real database of its own, and a folder; all stores opened of it are closed with it. */
export interface ScratchStore {
  readonly folder: string;
  /** What `openStore` takes. */
  readonly database: string;
  open(more?: {
    readonly busyMs?: number | undefined;
    readonly office?: string;
    readonly runner?: RunnerIdentity;
    readonly archive?: string;
  }): Promise<Store>;
  /** A connection that is not ours; the caller ends it. */
  raw(): Knex;
  remove(): Promise<void>;
}

export interface TestEngine {
  readonly name: 'SQLite' | 'PostgreSQL';
  scratchStore(): Promise<ScratchStore>;
}

/** A PostgreSQL server on which tests may make databases and schemas; undefined if none was given (`.ci/with-postgres` gives one). */
export const SERVER = process.env['REGESTA_TEST_POSTGRES'];

export const SQLITE: TestEngine = {
  name: 'SQLite',
  async scratchStore() {
    const folder = await newFolder();
    const filename = join(folder, 'regesta.sqlite');
    return scratch(folder, filename, () => knex({ client: 'sqlite3', connection: { filename }, useNullAsDefault: true }));
  },
};

const postgres = (server: string): TestEngine => ({
  name: 'PostgreSQL',
  async scratchStore() {
    const schema = `test_${randomBytes(6).toString('hex')}`;
    await onServer(server, (db) => db.raw('CREATE SCHEMA ??', [schema]));
    const database = inSchema(server, schema);
    return scratch(
      await newFolder(),
      database,
      () => knex({ client: 'pg', connection: { connectionString: database } }),
      () => onServer(server, (db) => db.raw('DROP SCHEMA ?? CASCADE', [schema])),
    );
  },
});

/** Every engine there is here; that one is missing is said at the end of the run (`engines-not-run.ts`). */
export const ENGINES: readonly TestEngine[] = SERVER === undefined ? [SQLITE] : [SQLITE, postgres(SERVER)];

/** PostgreSQL alone, where there is one. */
export const SERVERS = ENGINES.filter(({ name }) => name === 'PostgreSQL');

export function inSchema(server: string, schema: string): string {
  const url = new URL(server);
  url.searchParams.set('options', `-csearch_path=${schema}`);
  return url.href;
}

/** As if runners, or the one of this id, had said nothing for a little longer than they may. */
export async function silence(db: Knex, id?: string): Promise<void> {
  const runners = db('runner').update({ lives_until: db.raw('(extract(epoch FROM clock_timestamp()) * 1000)::bigint - 1') });
  await (id === undefined ? runners : runners.where({ id }));
}

/** Ends, as the server does after a time, the transaction of whoever writes in the schema of `db` at this moment, if somebody does. */
export async function endWriter(db: Knex): Promise<void> {
  await db.raw(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid::bigint = 1380406100
    AND objid::bigint = (hashtext(current_schema())::bigint & 4294967295)`);
}

async function scratch(
  folder: string,
  database: string,
  raw: () => Knex,
  drop: () => Promise<void> = async () => undefined,
): Promise<ScratchStore> {
  const clock = tickingClock();
  const opened: Store[] = [];
  return {
    folder,
    database,
    raw,
    async open(more) {
      const store = await openStore({ database, clock, ...more });
      opened.push(store);
      return store;
    },
    async remove() {
      await Promise.all(opened.map((store) => store.close()));
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'regesta-store-'));
}

async function onServer(server: string, work: (db: Knex) => Promise<unknown>): Promise<void> {
  const db = knex({ client: 'pg', connection: { connectionString: server } });
  try {
    await work(db);
  } finally {
    await db.destroy();
  }
}
