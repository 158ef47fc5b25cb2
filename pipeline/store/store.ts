import type { Knex } from 'knex';
import { Fault } from '../model/fault.js';
import type { Clock, Leases, RunnerIdentity, Store } from '../model/ports.js';
import { archiveIndex } from './archive-index.js';
import { caseStore } from './case-store.js';
import { contractStore } from './contract-store.js';
import { openDesk } from './desk.js';
import type { Engine } from './engine.js';
import { examinationBook } from './examinations.js';
import { journalStore, keepNoted } from './journal-store.js';
import { holdsLease, postgresLeases } from './leases.js';
import { migrate } from './migrate.js';
import { MIGRATIONS } from './migrations/index.js';
import { openPostgres, postgresName } from './postgres.js';
import { projectStore } from './project-store.js';
import { refilling } from './refilling.js';
import { registerBook } from './register-book.js';
import { openSqlite } from './sqlite.js';

export interface StoreOptions {
  /** Absolute path of the SQLite file, made if it is not there; or the URL of a PostgreSQL database (`postgres://…`). */
  readonly database: string;
  readonly clock: Clock;
  /** Path of the archive relative to the office, `/` between its parts; `archive` if not given. */
  readonly archive?: string | undefined;
  /** Which of the folders that share the register this is; `main` if not given. */
  readonly office?: string | undefined;
  /** Who takes claims by this store, where the database knows leases; without it nothing asks for one. */
  readonly runner?: RunnerIdentity | undefined;
  /** How long to wait for another process that writes, milliseconds; if not given, 10,000, on a server 60,000: there many may stand in line. */
  readonly busyMs?: number | undefined;
}

/** The name of a database as it may be shown: a path as it is, a URL without its password. */
export function databaseName(database: string): string {
  return isUrl(database) ? postgresName(database) : database;
}

/**
 * Opens the index of an office and brings it to its newest form. Faults: `database-corrupt` (damaged, or not ours), `database-newer` (written
 * by a newer Regesta), `database-busy` (PostgreSQL: also not to be reached), `folder-access`, `office-settings`.
 */
export async function openStore({
  database,
  clock,
  archive = 'archive',
  office = 'main',
  runner,
  busyMs = isUrl(database) ? 60_000 : 10_000,
}: StoreOptions): Promise<Store> {
  const { engine, leases } = await openEngine(database, busyMs, office, runner);
  try {
    await migrate(engine, MIGRATIONS, engine.name);
    await leases?.renew();
  } catch (error) {
    await engine.close();
    throw error;
  }
  const holds = async (db: Knex, claim: string | null): Promise<void> => {
    if (leases !== undefined && claim !== null) await holdsLease(db, claim, leases.runner);
  };
  const desk = openDesk({ engine, clock, office, holds }, keepNoted);
  return {
    name: engine.name,
    leases,
    register: registerBook(desk, archive),
    index: archiveIndex(desk, archive),
    contracts: contractStore(desk),
    cases: caseStore(desk),
    projects: projectStore(desk),
    journal: journalStore(desk),
    examinations: examinationBook(desk),
    integrity: () => engine.integrity(),
    ...refilling(desk),
    freeze: (work) =>
      desk.write(async (db) => {
        await engine.mayLast(db);
        return work(engine.copyTo?.bind(engine) ?? null);
      }),
    async close() {
      // What tells of the way only may be lost; a database that fails has said so before.
      await desk.keepNoted().catch(() => undefined);
      await engine.close();
    },
  };
}

async function openEngine(
  database: string,
  busyMs: number,
  office: string,
  runner: RunnerIdentity | undefined,
): Promise<{ readonly engine: Engine; readonly leases: Leases | undefined }> {
  if (!isUrl(database)) return { engine: await openSqlite(database, busyMs), leases: undefined };
  if (!/^postgres(ql)?:/.test(database)) {
    throw new Fault('office-settings', 'database in office.yaml or REGESTA_DATABASE: must be the path of an SQLite file or postgres://…');
  }
  const engine = await openPostgres(database, busyMs);
  return { engine, leases: runner && postgresLeases(engine, office, runner) };
}

function isUrl(database: string): boolean {
  return /^[a-z]+:\/\//.test(database);
}
