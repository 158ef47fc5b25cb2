import type { Knex } from 'knex';
import type { Dialect } from './engine.js';

/**
 * Words lie in FTS5 without the text and without places in it: only whether an act has a word is ever asked. Its tokenizer takes every sign
 * beyond ASCII for a letter, so each of our tokens stays one token.
 */
export const sqliteDialect: Dialect = {
  async keepForEver(db, table, columns) {
    const refusal = "BEGIN SELECT RAISE(ABORT, 'kept for ever'); END";
    const of = columns === undefined ? '' : `OF ${columns.map(() => '??').join(', ')}`;
    await db.raw(`CREATE TRIGGER ?? BEFORE UPDATE ${of} ON ?? ${refusal}`, [`${table}_not_changed`, ...(columns ?? []), table]);
    await db.raw(`CREATE TRIGGER ?? BEFORE DELETE ON ?? ${refusal}`, [`${table}_not_deleted`, table]);
  },

  // It compares so of itself.
  compareByBytes: async () => undefined,

  async createWordIndex(db) {
    await db.raw(`CREATE VIRTUAL TABLE entry_words
      USING fts5(words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '-'")`);
  },

  async putWords(db, id, tokens) {
    await db.raw('INSERT OR REPLACE INTO entry_words (rowid, words) VALUES (?, ?)', [id, tokens.join(' ')]);
  },

  idsWithWords(db, tokens): Knex.QueryBuilder {
    const query = tokens.map((token) => `"${token.replaceAll('"', '""')}"`).join(' AND ');
    return db('entry_words').select('rowid as found_id').whereRaw('entry_words MATCH ?', [query]);
  },
};
