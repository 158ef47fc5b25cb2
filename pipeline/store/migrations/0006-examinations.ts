import type { Migration } from '../engine.js';

/** Contracts that wait for the legal department's verdict (R 27.7 to 27.9), by claim, and every step of an examination, by the document that made it. */
export const examinations: Migration = {
  name: '0006-examinations',
  async up(db, dialect) {
    await db.schema.createTable('pending_contract', (table) => {
      table.text('claim').primary();
      table.text('drop').notNullable().unique();
      table.text('office').notNullable().index();
      table.text('series').notNullable();
      table.text('kind').notNullable();
      table.text('name').notNullable();
      table.text('title').notNullable();
      table.text('subject');
      table.text('parties').notNullable();
      table.text('addressees').notNullable();
      table.text('received').notNullable();
      table.text('findings').notNullable();
    });
    await db.schema.createTable('examination_step', (table) => {
      // Of the document that makes the step.
      table.text('drop').primary();
      // Of the contract that waited: the same bytes that come again after a refusal are another's.
      table.text('claim').notNullable().index();
      table.text('contract').notNullable();
      table.text('how').notNullable();
      table.text('date').notNullable();
      table.text('signatory').notNullable();
      table.text('grounds').notNullable();
      table.integer('seq').notNullable();
    });
    await dialect.keepForEver(db, 'examination_step');
  },
};
