import type { Migration } from '../engine.js';

/** What is noted of contracts and of documents about them (R 27.10, 27.12): facts as JSON; and of a contract the last day of its current term. */
export const contracts: Migration = {
  name: '0007-contracts',
  async up(db, dialect) {
    await db.schema.createTable('contract_facts', (table) => {
      table.integer('entry').primary().references('id').inTable('entry');
      table.text('what').notNullable();
      table.text('facts').notNullable();
      // Null where the term has no last day.
      table.text('ends').index();
    });
    await dialect.compareByBytes(db, 'contract_facts', ['ends']);
    await dialect.keepForEver(db, 'contract_facts', ['entry', 'what', 'facts']);
  },
};
