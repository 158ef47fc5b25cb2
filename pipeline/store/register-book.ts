import type { Knex } from 'knex';
import type { EntryState } from '../model/act.js';
import { type ActOnRecord, linkedRows } from '../model/act-on-record.js';
import type { BlankNumber } from '../model/blanks.js';
import { type LocalDate, yearOf } from '../model/date.js';
import type { Digest } from '../model/digest.js';
import type { ActReference } from '../model/draft.js';
import { type ActName, nameOf } from '../model/effect.js';
import type { KnownStep } from '../model/examination.js';
import { Fault } from '../model/fault.js';
import type { JournalLine } from '../model/journal.js';
import type { Traits } from '../model/kind.js';
import type { Numbering } from '../model/numbering.js';
import type { NewEntry, RegisterBook, RegisterRow } from '../model/ports.js';
import type { ProjectVersion } from '../model/project-book.js';
import type { Registration } from '../model/registration.js';
import { balances, blankOf, blanksByDrop, keepBlanks, spentBlanks, stockOf } from './blanks-store.js';
import { keepCaseSteps, keepCaseWork, refuseDestroyed, type SheetColumns, sheetColumns } from './case-store.js';
import { keepFacts } from './contract-store.js';
import type { Desk } from './desk.js';
import { effectsIn, keepEffects, settleTargets } from './effects.js';
import { endWait, stepBy, takeStep, waitingIn } from './examinations.js';
import { appendLine, linesOfClaim } from './journal-store.js';
import { keepProjects, stepsOfNew, versionOf } from './project-store.js';

export interface EntryRow extends RegisterRow, SheetColumns {
  readonly id: number;
  readonly registered_at: string;
  readonly author_id: string | null;
  readonly drop: Digest;
  readonly issuer: Traits['issuer'] | null;
  /** 0 and 1, as every engine has them; null where nobody noted it. */
  readonly delegated: number | null;
  readonly imported: number;
}

/** Columns in which a register is shown, in the order in which it is. */
export const COLUMNS: readonly (keyof RegisterRow)[] = [
  'series',
  'year',
  'number',
  'ordinal',
  'date',
  'title',
  'kind',
  'state',
  'path',
  'office',
];
export const ORDER: readonly (keyof RegisterRow)[] = ['series', 'year', 'ordinal'];

/** The registers in the database. `archive` is the path of the archive relative to the office. */
export function registerBook(desk: Desk, archive: string): RegisterBook {
  const { engine, clock, office } = desk;
  const first = (where: Partial<EntryRow>): Promise<RegisterRow | undefined> =>
    engine.read((db) =>
      db<RegisterRow>('entry')
        .where(where)
        .first(...COLUMNS),
    );

  return {
    nextPlace: (numbering) => engine.read((db) => nextPlace(db, numbering)),

    register: (entry, event, note) =>
      desk.write(async (db) => {
        await desk.holds(db, event.claim);
        let row: Omit<EntryRow, 'id'> | undefined = await db<EntryRow>('entry').where({ drop: entry.drop }).first();
        if (row === undefined) {
          await refuseTakenId(db, entry);
          await refuseDestroyed(db, entry.caseSteps ?? []);
          row = { ...(await newRow(db, entry, clock.now().toISOString(), archive)), office };
          await db<EntryRow>('entry').insert(row);
          const blank = await keepBlanks(db, entry);
          const detail = blank === undefined ? event.detail : { ...event.detail, blank: `${blank.form}/${blank.number}` };
          if (entry.contract !== undefined) await keepFacts(db, await entryId(db, entry.drop), entry.contract);
          const { seq } = await appendLine(db, desk, { ...event, detail, step: 'registered', act: nameOf(row) });
          const steps = await stepsOfNew(db, entry, row);
          if (steps.length > 0 || entry.meeting !== undefined)
            await keepProjects(db, await entryId(db, entry.drop), { steps, meeting: entry.meeting }, seq);
          if (entry.effects.length > 0 || steps.length > 0) {
            const acting = await entryId(db, entry.drop);
            await keepEffects(db, acting, entry.effects, seq);
            await settleTargets(db, acting);
          }
          if (entry.caseSteps !== undefined && entry.caseSteps.length > 0)
            await keepCaseSteps(db, await entryId(db, entry.drop), entry.caseSteps, seq);
          if (entry.caseWork !== undefined) await keepCaseWork(db, await entryId(db, entry.drop), entry.caseWork);
          if (entry.step !== undefined) await takeStep(db, entry.drop, entry.step, seq);
          await endWait(db, entry.drop);
        }
        const step = entry.step && (await stepBy(db, entry.drop));
        const project = entry.project && (await versionOf(db, row.drop));
        const registration = registrationOf(row, await blankOf(db, row.drop), step, project);
        // Last, so that nothing but the commit can fail once the number is known outside.
        if (note !== undefined) {
          const lines = event.claim === null ? [] : await linesOfClaim(db, event.claim);
          await note(registration, lines, () => engine.held(db));
        }
        return registration;
      }),

    blankStock: (form) => engine.read((db) => stockOf(db, form)),
    spentBlanks: (form, numbers) => engine.read((db) => spentBlanks(db, form, numbers)),
    blankOf: (drop) => engine.read((db) => blankOf(db, drop)),
    blanksByDrop: () => engine.read(blanksByDrop),
    blanks: () => engine.read(balances),

    byDrop: (drop) => first({ drop }),

    pathsByDrop: () =>
      engine.read(async (db) => {
        const rows = await db<EntryRow>('entry').select('drop', 'path');
        return new Map(rows.map((row) => [row.drop, row.path]));
      }),

    list: ({ series, year, own }) =>
      engine.read((db) => {
        const rows = db<RegisterRow>('entry')
          .select(...COLUMNS)
          .orderBy([...ORDER]);
        if (series !== undefined) rows.where({ series });
        if (year !== undefined) rows.where({ year });
        if (own) rows.where('imported', 0);
        return rows;
      }),

    effects: (of) => engine.read((db) => effectsIn(db, of)),

    voided: () =>
      engine.read((db) =>
        db<RegisterRow>('entry')
          .whereIn('state', ['registered', 'awaiting-signature'])
          .whereExists((effect) =>
            effect
              .from('effect')
              .join('entry as acting', 'acting.id', 'effect.acting')
              .where({ 'effect.how': 'voids' })
              .whereNot('acting.state', 'void')
              .whereRaw('effect.series = entry.series and effect.year = entry.year and effect.number = entry.number'),
          )
          .select(...COLUMNS)
          .orderBy([...ORDER]),
      ),

    find: (series, year, number) => first({ series, year, number }),

    setState: (series, year, ordinal, state: EntryState) =>
      desk.write(async (db) => {
        const entry = await db<RegisterRow>('entry').where({ series, year, ordinal }).first('state');
        if (entry === undefined) throw new Error(`no entry ${series}/${year}, ordinal ${ordinal}`);
        // A runner that failed to sign may not know that another has filed the act meanwhile.
        if (state === 'awaiting-signature' && entry.state !== 'registered') return;
        await db<RegisterRow>('entry').where({ series, year, ordinal }).update({ state });
      }),

    byId: (series, id) =>
      engine.read(async (db) => {
        const row = await db<EntryRow>('entry').where({ series, author_id: id }).first();
        return row && { path: row.path, number: row.number, year: row.year, sha256: row.drop, state: row.state };
      }),

    lastDate: (series, year, below) =>
      engine.read(async (db) => {
        const rows = db<EntryRow>('entry').where({ series, year });
        if (below !== undefined) rows.where('ordinal', '<', below);
        const row = await rows.max<{ last: LocalDate | null }>('date as last').first();
        return row?.last ?? undefined;
      }),

    act: (reference) => engine.read((db) => actIn(db, reference)),

    actBefore: (reference, claim) =>
      engine.read(async (db) => {
        const line = await db<Pick<JournalLine, 'seq' | 'claim' | 'step'>>('journal').where({ claim, step: 'registered' }).first('seq');
        return actIn(db, reference, line?.seq);
      }),

    pendingContract: (drop) => engine.read((db) => waitingIn(db, drop)),

    firstYear: (series) =>
      engine.read(async (db) => {
        const row = await db<EntryRow>('entry').where({ series, imported: 0 }).min<{ first: number | null }>('year as first').first();
        return row?.first ?? undefined;
      }),
  };
}

/** An act on record with its links; those of what was registered before a line of the journal, if one is named. */
async function actIn(db: Knex, { series, date, number }: ActReference, before?: number): Promise<ActOnRecord | undefined> {
  if (series === undefined || date === undefined || number === undefined) return undefined;
  const found = await namedEntry(db, series, date, number);
  if (found === undefined) return undefined;
  const { issuer, delegated, imported, ...row } = found;
  const [linked] = linkedRows([row], await effectsIn(db, row, before));
  const { changes = [], changedBy = [] } = linked ?? {};
  return { row, issuer, delegated: delegated === null ? null : delegated === 1, imported: imported === 1, changes, changedBy };
}

/** The entry of this number in the year of a date; of this very date, where an amendment stands in the year of its contract. */
async function namedEntry(
  db: Knex,
  series: string,
  date: LocalDate,
  number: string,
): Promise<(RegisterRow & Pick<EntryRow, 'issuer' | 'delegated' | 'imported'>) | undefined> {
  const first = (where: Partial<EntryRow>) =>
    db<EntryRow>('entry')
      .where({ series, number, ...where })
      .first(...COLUMNS, 'issuer', 'delegated', 'imported');
  const ofYear = await first({ year: yearOf(date) });
  if (ofYear?.date === date || !number.includes('/')) return ofYear;
  return (await first({ date })) ?? ofYear;
}

/** Ordinals of older acts whose number is not just a number lie beyond every own one. */
export const BEYOND_OWN = 1_000_000;

/**
 * The only place numbers come from: one after the last of the series in that year, void ones counted, other years never looked at. Older acts that were
 * imported have numbers below the first.
 */
async function nextOrdinal(db: Knex, series: string, year: number, opening: number): Promise<number> {
  const last = async (imported: number): Promise<number | undefined> => {
    const rows = db<EntryRow>('entry').where({ series, year, imported }).where('ordinal', '<', BEYOND_OWN);
    return (await rows.max<{ last: number | null }>('ordinal as last').first())?.last ?? undefined;
  };
  const own = await last(0);
  return own === undefined ? Math.max(opening, ((await last(1)) ?? 0) + 1) : own + 1;
}

/** The place after the last one; of an amendment its number counts on within its contract's, and its ordinal within the year. */
async function nextPlace(
  db: Knex,
  { series, date, within, opening, formatNumber }: Numbering,
): Promise<Pick<EntryRow, 'year' | 'ordinal' | 'number'>> {
  const year = within?.year ?? yearOf(date);
  const ordinal = await nextOrdinal(db, series, year, opening);
  if (within === undefined) return { year, ordinal, number: formatNumber(ordinal) };
  const before = `${within.number}/`;
  const numbers: string[] = await db<EntryRow>('entry')
    .where({ series, year })
    .whereRaw('substr(number, 1, ?) = ?', [before.length, before])
    .pluck('number');
  const last = Math.max(0, ...numbers.map((number) => Number.parseInt(number.slice(before.length), 10) || 0));
  return { year, ordinal, number: `${before}${formatNumber(last + 1)}` };
}

/** The entry of these bytes, which is there. */
export async function entryId(db: Knex, drop: Digest): Promise<number> {
  const row = await db<EntryRow>('entry').where({ drop }).first('id');
  if (row === undefined) throw new Error(`no entry of drop ${drop}`);
  return row.id;
}

/** The rule `T-id` looked before this transaction; another runner may have come between. */
async function refuseTakenId(db: Knex, { series, id }: NewEntry): Promise<void> {
  if (id === null || (await db<EntryRow>('entry').where({ series, author_id: id }).first('id')) === undefined) return;
  throw new Fault('id-taken', `another draft with the same id was registered in series ${series} at this moment; this one is judged anew`);
}

async function newRow(db: Knex, entry: NewEntry, registeredAt: string, archive: string): Promise<Omit<EntryRow, 'id' | 'office'>> {
  const { series, kind, date, title } = entry;
  const { year, ordinal, number } = await nextPlace(db, entry);
  return {
    ...{ series, year, ordinal, number, date, registered_at: registeredAt, kind, title, author_id: entry.id, drop: entry.drop },
    ...{ issuer: entry.issuer, delegated: entry.delegated ? 1 : 0, imported: 0 },
    ...sheetColumns(undefined),
    state: 'registered',
    path: actPath(archive, { year, series, number }),
  };
}

/** Where an act lies, or will: `archive/2021/decision/27`. */
export function actPath(archive: string, { year, series, number }: ActName): string {
  return `${archive}/${year}/${series}/${number.replaceAll('/', '-')}`;
}

export function registrationOf(row: Omit<EntryRow, 'id'>, blank?: BlankNumber, step?: KnownStep, project?: ProjectVersion): Registration {
  const { series, year, ordinal, number, date } = row;
  return {
    series,
    year,
    ordinal,
    number,
    date,
    registeredAt: row.registered_at,
    ...(blank === undefined ? {} : { blank }),
    ...(step === undefined ? {} : { step }),
    ...(project === undefined ? {} : { project }),
  };
}
