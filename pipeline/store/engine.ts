import type { Knex } from 'knex';

/** One change of the database's form; never edited once it was released, only followed by another. */
export interface Migration {
  readonly name: string;
  up(db: Knex, dialect: Dialect): Promise<void>;
}

/** What the engines do each in their own way: all of it is here, and all else in this folder is the same for every engine. */
export interface Dialect {
  /** From now on no row of `table` is deleted, and none of its `columns` (all, if not given) updated, whoever tries. */
  keepForEver(db: Knex, table: string, columns?: readonly string[]): Promise<void>;
  /** Text of these columns compares byte by byte, in whatever language the database is. */
  compareByBytes(db: Knex, table: string, columns: readonly string[]): Promise<void>;
  createWordIndex(db: Knex): Promise<void>;
  /** Keeps the words of entry `id`, given as search tokens: letters, digits, `-` and `ʼ` only. */
  putWords(db: Knex, id: number, tokens: readonly string[]): Promise<void>;
  /** The ids of entries that have every one of `tokens` (at least one), as `found_id`. */
  idsWithWords(db: Knex, tokens: readonly string[]): Knex.QueryBuilder;
}

/** A database under the store. What the engine cannot do comes as a `Fault`; errors of the work itself pass unchanged. */
export interface Engine {
  readonly dialect: Dialect;
  /** As messages call it; carries no password. */
  readonly name: string;
  /** Reads what is committed; does not wait for writers. */
  read<T>(work: (db: Knex) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in one transaction, alone among all connections and processes from its first read to its commit, so that what it reads stays
   * true; on the disk when it returns. Never run it inside another: it would wait for itself.
   */
  write<T>(work: (db: Knex) => Promise<T>): Promise<T>;
  /** Writes the committed state of the database to a new file; absent where the database lies on a server. */
  copyTo?(file: string): Promise<void>;
  /** Names what is broken in the database, empty if sound. */
  integrity(): Promise<string[]>;
  close(): Promise<void>;
}
