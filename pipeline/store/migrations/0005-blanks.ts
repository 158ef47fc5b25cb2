import type { Migration } from '../engine.js';

/** Blanks of strict account (R 24.6, 24.9): what was received, and what was used by an act or spoiled. What is received and neither is free. */
export const blanks: Migration = {
  name: '0005-blanks',
  async up(db, dialect) {
    await db.schema.createTable('blank_stock', (table) => {
      table.text('form').notNullable();
      table.integer('first').notNullable();
      table.integer('last').notNullable();
      // Of the entry that brought it.
      table.text('drop').notNullable();
      table.primary(['form', 'first']);
    });
    await db.schema.createTable('blank', (table) => {
      table.text('form').notNullable();
      table.integer('number').notNullable();
      table.text('state').notNullable();
      // Of the act that stands on it, or of the entry that says that it was spoiled.
      table.text('drop').notNullable().index();
      table.text('reason');
      table.primary(['form', 'number']);
    });
    await dialect.keepForEver(db, 'blank_stock');
    await dialect.keepForEver(db, 'blank');
  },
};
