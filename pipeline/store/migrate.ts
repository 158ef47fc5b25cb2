import type { Knex } from 'knex';
import { Fault } from '../model/fault.js';
import type { Dialect, Engine, Migration } from './engine.js';

const TABLE = 'migration';

/**
 * Brings the database to the newest form, in one transaction: killed on the way, it stays in the old one. Fault `database-newer` if the
 * database has a form that `migrations` do not know.
 */
export async function migrate(engine: Engine, migrations: readonly Migration[], name: string): Promise<void> {
  const done = await engine.read(applied);
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = done.filter((migration) => !known.has(migration));
  if (unknown.length > 0) {
    throw new Fault(
      'database-newer',
      `${name} was written by a newer Regesta (it has ${unknown.join(', ')}): run that version, or a later one`,
    );
  }
  if (done.length === migrations.length) return;
  await engine.write((db) => db.migrate.latest(settings(migrations, engine.dialect)));
}

async function applied(db: Knex): Promise<string[]> {
  if (!(await db.schema.hasTable(TABLE))) return [];
  return await db<{ id: number; name: string }>(TABLE).orderBy('id').pluck('name');
}

function settings(migrations: readonly Migration[], dialect: Dialect): Knex.MigratorConfig {
  const source: Knex.MigrationSource<Migration> = {
    getMigrations: async () => [...migrations],
    getMigrationName: (migration) => migration.name,
    getMigration: async (migration) => ({ up: (db) => migration.up(db, dialect), down: neverDown }),
  };
  return { tableName: TABLE, migrationSource: source };
}

async function neverDown(): Promise<never> {
  throw new Error('a register is never taken back to an older form');
}
