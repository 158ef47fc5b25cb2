import type { Migration } from '../engine.js';

/** What documents do to projects of decisions (R 5), by the document that does it; and which meeting an agenda calls or minutes tell of (R 4). */
export const projects: Migration = {
  name: '0010-projects',
  async up(db, dialect) {
    await db.schema.createTable('project_step', (table) => {
      table.increments('id');
      table.integer('entry').notNullable().references('id').inTable('entry').index();
      table.text('project').notNullable().index();
      // The whole step as JSON.
      table.text('step').notNullable();
      table.integer('seq').notNullable();
    });
    await dialect.keepForEver(db, 'project_step');
    await db.schema.createTable('meeting_paper', (table) => {
      table.increments('id');
      table.integer('entry').notNullable().references('id').inTable('entry').unique();
      table.text('meets').notNullable();
      table.text('body').notNullable();
      table.text('date').notNullable();
      table.integer('seq').notNullable();
      table.index(['body', 'date']);
    });
    await dialect.keepForEver(db, 'meeting_paper');
  },
};
