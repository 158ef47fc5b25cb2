import type { Knex } from 'knex';
import { sha256 } from '../model/digest.js';
import type { Dialect } from './engine.js';

/** Beyond this an index of PostgreSQL takes no item (2,700 bytes, of which a sign may take four). */
const LONGEST_TOKEN = 500;

/**
 * Words lie in an array under a GIN index. `tsvector` would hold them as well, but not more than a megabyte of them and none beyond two
 * kilobytes, and an act that has its number must not fail in filing for its length.
 */
export const postgresDialect: Dialect = {
  async keepForEver(db, table, columns = []) {
    await db.raw(KEPT_FOR_EVER);
    const compared = columns.map((column) => `'${column}'`).join(', ');
    await db.raw(`CREATE TRIGGER ?? BEFORE UPDATE ON ?? FOR EACH ROW EXECUTE FUNCTION kept_for_ever(${compared})`, [
      `${table}_not_changed`,
      table,
    ]);
    await db.raw('CREATE TRIGGER ?? BEFORE DELETE ON ?? FOR EACH ROW EXECUTE FUNCTION kept_for_ever()', [`${table}_not_deleted`, table]);
    await db.raw('CREATE TRIGGER ?? BEFORE TRUNCATE ON ?? FOR EACH STATEMENT EXECUTE FUNCTION kept_for_ever()', [
      `${table}_not_emptied`,
      table,
    ]);
  },

  async compareByBytes(db, table, columns) {
    for (const column of columns) await db.raw('ALTER TABLE ?? ALTER COLUMN ?? TYPE text COLLATE "C"', [table, column]);
  },

  async createWordIndex(db) {
    await db.raw('CREATE TABLE entry_words (id integer PRIMARY KEY REFERENCES entry (id), words text[] NOT NULL)');
    await db.raw('CREATE INDEX entry_words_words ON entry_words USING gin (words)');
  },

  async putWords(db, id, tokens) {
    await db.raw('INSERT INTO entry_words (id, words) VALUES (?, ?::text[]) ON CONFLICT (id) DO UPDATE SET words = excluded.words', [
      id,
      tokens.map(kept),
    ]);
  },

  idsWithWords(db, tokens): Knex.QueryBuilder {
    return db('entry_words')
      .select('id as found_id')
      .whereRaw('words @> ?::text[]', [tokens.map(kept)]);
  },
};

function kept(token: string): string {
  return token.length > LONGEST_TOKEN ? sha256(token) : token;
}

/** Refuses what it is called for; on UPDATE with columns named, only where one of them changes. */
const KEPT_FOR_EVER = `CREATE OR REPLACE FUNCTION kept_for_ever() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_NARGS > 0 THEN
    FOR n IN 0 .. TG_NARGS - 1 LOOP
      IF to_jsonb(NEW) -> TG_ARGV[n] IS DISTINCT FROM to_jsonb(OLD) -> TG_ARGV[n] THEN
        RAISE EXCEPTION 'kept for ever';
      END IF;
    END LOOP;
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'kept for ever';
END
$body$`;
