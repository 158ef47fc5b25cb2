import type { Migration } from '../engine.js';

/** What documents do to cases (R 28), by the document that does it; and the sheets of each filed document, null where nobody noted them. */
export const cases: Migration = {
  name: '0008-cases',
  async up(db, dialect) {
    await db.schema.alterTable('entry', (table) => {
      table.integer('sheets');
      // Files whose pages nobody could count, as JSON.
      table.text('unmeasured');
    });
    await db.schema.createTable('case_step', (table) => {
      table.increments('id');
      table.integer('entry').notNullable().references('id').inTable('entry').index();
      table.integer('year').notNullable();
      table.text('case_index').notNullable();
      // The whole step as JSON.
      table.text('step').notNullable();
      table.integer('seq').notNullable();
      table.index(['year', 'case_index']);
    });
    await dialect.keepForEver(db, 'case_step');
  },
};
