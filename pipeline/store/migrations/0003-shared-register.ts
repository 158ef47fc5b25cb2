import type { Migration } from '../engine.js';

/**
 * One register for many runners and for many folders: which folder's archive an act and a journal line belong to, which runners live, and who of
 * them works on which claim.
 */
export const sharedRegister: Migration = {
  name: '0003-shared-register',
  async up(db, dialect) {
    for (const of of ['entry', 'journal']) {
      await db.schema.alterTable(of, (table) => {
        table.text('office').notNullable().defaultTo('main');
      });
    }
    await dialect.compareByBytes(db, 'entry', ['series', 'date']);
    await db.schema.createTable('runner', (table) => {
      table.text('id').primary();
      table.text('host').notNullable();
      table.integer('pid').notNullable();
      // Milliseconds of the database's clock until which it counts as living.
      table.bigInteger('lives_until').notNullable();
    });
    await db.schema.createTable('lease', (table) => {
      table.text('claim').primary();
      table.text('office').notNullable().index();
      table.text('runner').notNullable();
    });
  },
};
