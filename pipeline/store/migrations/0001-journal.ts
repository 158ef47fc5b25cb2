import type { Migration } from '../engine.js';

/** The journal, and the lines of it that lie in no record and in no yearly file yet: apart from it, so that a line is never updated. */
export const journal: Migration = {
  name: '0001-journal',
  async up(db, dialect) {
    await db.schema.createTable('journal', (table) => {
      table.integer('seq').primary();
      table.text('at').notNullable();
      table.text('claim').index();
      table.text('step').notNullable();
      table.text('who').notNullable();
      table.text('drop');
      table.text('act');
      table.text('detail').notNullable();
      table.text('prev').notNullable();
      table.text('hash').notNullable().unique();
    });
    await db.schema.createTable('journal_unplaced', (table) => {
      table.integer('seq').primary().references('seq').inTable('journal');
    });
    await dialect.keepForEver(db, 'journal');
  },
};
