import type { Knex } from 'knex';
import type { KnownEntry, Store } from '../model/ports.js';
import { tokensOf } from './archive-index.js';
import { keepKnownBlanks } from './blanks-store.js';
import type { Desk } from './desk.js';
import type { Engine } from './engine.js';
import { keepLines } from './journal-store.js';
import type { EntryRow } from './register-book.js';

/** Fills an empty database with what the files of an office know. */
export function refilling({ engine }: Desk): Pick<Store, 'isEmpty' | 'refill'> {
  return {
    isEmpty: () => engine.read(isEmpty),
    refill: (parts) =>
      engine.write(async (db) => {
        await engine.mayLast(db);
        if (!(await isEmpty(db))) throw new Error('only an empty index is filled from the archive');
        for await (const { entry, lines, placed, office } of parts) {
          await keepLines(db, office, lines, placed);
          if (entry !== null) await keepEntry(engine, office, db, entry);
        }
      }),
  };
}

async function isEmpty(db: Knex): Promise<boolean> {
  return (await db('entry').first('id')) === undefined && (await db('journal').first('seq')) === undefined;
}

async function keepEntry(
  engine: Engine,
  office: string,
  db: Knex,
  { registration, kind, title, id, drop, state, path, stock, text }: KnownEntry,
): Promise<void> {
  const { series, year, ordinal, number, date, registeredAt } = registration;
  const row = { series, year, ordinal, number, date, registered_at: registeredAt, kind, title, author_id: id, drop, state, path, office };
  await db<EntryRow>('entry').insert(row);
  await keepKnownBlanks(db, { drop, blank: registration.blank, stock });
  if (text === null) return;
  const kept = await db<EntryRow>('entry').where({ drop }).first('id');
  if (kept !== undefined) await engine.dialect.putWords(db, kept.id, tokensOf({ registration, title, text }));
}
