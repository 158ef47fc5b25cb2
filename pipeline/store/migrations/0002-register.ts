import type { Migration } from '../engine.js';

/** The registers and the words of filed acts. A number, once given, is neither changed nor taken back (R 6.4). */
export const register: Migration = {
  name: '0002-register',
  async up(db, dialect) {
    await db.schema.createTable('entry', (table) => {
      table.increments('id');
      table.text('series').notNullable();
      table.integer('year').notNullable();
      table.integer('ordinal').notNullable();
      table.text('number').notNullable();
      table.text('date').notNullable();
      table.text('registered_at').notNullable();
      table.text('kind').notNullable();
      table.text('title').notNullable();
      table.text('author_id');
      table.text('drop').notNullable().unique();
      table.text('state').notNullable();
      table.text('path').notNullable();
      table.unique(['series', 'year', 'ordinal']);
      table.unique(['series', 'year', 'number']);
      table.unique(['series', 'author_id']);
      table.index(['series', 'year', 'date']);
    });
    await dialect.keepForEver(db, 'entry', ['id', 'series', 'year', 'ordinal', 'number', 'date', 'registered_at', 'drop']);
    await dialect.createWordIndex(db);
  },
};
