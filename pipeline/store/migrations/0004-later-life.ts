import type { Migration } from '../engine.js';

/** What acts do to each other, by the line of the journal that registered the one that does it; whose each act is; and older acts that were imported. */
export const laterLife: Migration = {
  name: '0004-later-life',
  async up(db, dialect) {
    await db.schema.alterTable('entry', (table) => {
      // Null where nobody noted it.
      table.text('issuer');
      table.integer('delegated');
      table.integer('imported').notNullable().defaultTo(0);
    });
    await db.schema.createTable('effect', (table) => {
      table.increments('id');
      table.integer('acting').notNullable().references('id').inTable('entry').index();
      // The other act by its number, for it may be in no register of ours.
      table.text('series').notNullable();
      table.integer('year').notNullable();
      table.text('number').notNullable();
      table.text('how').notNullable();
      table.text('reason');
      table.integer('seq').notNullable();
      table.unique(['acting', 'series', 'year', 'number', 'how']);
      table.index(['series', 'year', 'number']);
    });
    await dialect.keepForEver(db, 'effect');
  },
};
