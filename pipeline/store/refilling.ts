import type { Knex } from 'knex';
import type { KnownEntry, Store } from '../model/ports.js';
import { tokensOf } from './archive-index.js';
import { keepKnownBlanks } from './blanks-store.js';
import { keepCaseSteps, keepCaseWork, sheetColumns } from './case-store.js';
import { keepFacts } from './contract-store.js';
import type { Desk } from './desk.js';
import { keepEffects, settleAll } from './effects.js';
import type { Engine } from './engine.js';
import { keepPending, keepStep } from './examinations.js';
import { keepLines } from './journal-store.js';
import { keepProjects } from './project-store.js';
import { type EntryRow, entryId } from './register-book.js';

/** Fills an empty database with what the files of an office know. */
export function refilling({ engine }: Desk): Pick<Store, 'isEmpty' | 'refill'> {
  return {
    isEmpty: () => engine.read(isEmpty),
    refill: (parts) =>
      engine.write(async (db) => {
        await engine.mayLast(db);
        if (!(await isEmpty(db))) throw new Error('only an empty index is filled from the archive');
        for await (const { entry, pending, lines, placed, office } of parts) {
          await keepLines(db, office, lines, placed);
          if (pending !== undefined) await keepPending(db, pending, office);
          if (entry === null) continue;
          const registered = lines.find((line) => line.step === 'registered');
          await keepEntry(engine, office, db, entry, registered?.seq ?? 0);
        }
        await settleAll(db);
      }),
  };
}

async function isEmpty(db: Knex): Promise<boolean> {
  return (await db('entry').first('id')) === undefined && (await db('journal').first('seq')) === undefined;
}

/** `seq` is that of the line that registered it. */
async function keepEntry(engine: Engine, office: string, db: Knex, entry: KnownEntry, seq: number): Promise<void> {
  const {
    registration,
    kind,
    title,
    id,
    drop,
    issuer,
    delegated,
    effects,
    imported,
    state,
    path,
    stock,
    contract,
    caseSteps = [],
    projectSteps = [],
    meeting,
    caseWork,
    sheets,
    text,
  } = entry;
  const { series, year, ordinal, number, date, registeredAt } = registration;
  await db<EntryRow>('entry').insert({
    ...{ series, year, ordinal, number, date, registered_at: registeredAt, kind, title, author_id: id, drop, issuer, state, path, office },
    delegated: delegated === null ? null : Number(delegated),
    imported: Number(imported),
    ...sheetColumns(sheets),
  });
  await keepKnownBlanks(db, { drop, blank: registration.blank, stock });
  const kept = await entryId(db, drop);
  await keepFacts(db, kept, contract);
  await keepEffects(db, kept, effects, seq);
  await keepCaseSteps(db, kept, caseSteps, seq);
  await keepProjects(db, kept, { steps: projectSteps, meeting }, seq);
  if (caseWork !== undefined) await keepCaseWork(db, kept, caseWork);
  if (registration.step !== undefined) await keepStep(db, drop, registration.step, seq);
  if (text !== null && state !== 'destroyed') await engine.dialect.putWords(db, kept, tokensOf({ registration, title, text }));
}
