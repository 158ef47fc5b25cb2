import { Fault } from '../model/fault.js';
import type { Clock, Store } from '../model/ports.js';
import { archiveIndex } from './archive-index.js';
import { journalStore } from './journal-store.js';
import { migrate } from './migrate.js';
import { MIGRATIONS } from './migrations/index.js';
import { registerBook } from './register-book.js';
import { openSqlite } from './sqlite.js';

export interface StoreOptions {
  /** Absolute path of the SQLite file, made if it is not there. */
  readonly database: string;
  readonly clock: Clock;
  /** Path of the archive relative to the office, `/` between its parts; `archive` if not given. */
  readonly archive?: string | undefined;
  /** How long to wait for another process that writes, milliseconds; 10,000 if not given. */
  readonly busyMs?: number | undefined;
}

/**
 * Opens the index of an office and brings it to its newest form. Faults: `database-corrupt` (damaged, or not ours), `database-older` (written
 * by a newer Regesta), `database-busy`, `folder-access`, `office-settings`.
 */
export async function openStore({ database, clock, archive = 'archive', busyMs = 10_000 }: StoreOptions): Promise<Store> {
  if (/^[a-z]+:\/\//.test(database)) throw new Fault('office-settings', 'database in office.yaml must be the path of an SQLite file');
  const engine = await openSqlite(database, busyMs);
  try {
    await migrate(engine, MIGRATIONS, database);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return {
    register: registerBook(engine, clock, archive),
    index: archiveIndex(engine, clock),
    journal: journalStore(engine, clock),
    integrity: () => engine.integrity(),
    close: () => engine.close(),
  };
}
