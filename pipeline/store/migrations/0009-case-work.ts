import type { Migration } from '../engine.js';

/** What documents say of how cases are formed, by the document that says it: whoever shares the register forms them alike. */
export const caseWork: Migration = {
  name: '0009-case-work',
  async up(db, dialect) {
    await db.schema.createTable('case_work', (table) => {
      table.integer('entry').primary().references('id').inTable('entry');
      // The whole of it as JSON.
      table.text('work').notNullable();
    });
    await dialect.keepForEver(db, 'case_work');
  },
};
