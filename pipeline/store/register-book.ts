import type { Knex } from 'knex';
import type { EntryState } from '../model/act.js';
import type { BlankNumber } from '../model/blanks.js';
import { type LocalDate, yearOf } from '../model/date.js';
import type { Digest } from '../model/digest.js';
import { Fault } from '../model/fault.js';
import type { NewEntry, RegisterBook, RegisterRow } from '../model/ports.js';
import type { Registration } from '../model/registration.js';
import { balances, blankOf, blanksByDrop, keepBlanks, spentBlanks, stockOf } from './blanks-store.js';
import type { Desk } from './desk.js';
import { appendLine, linesOfClaim } from './journal-store.js';

export interface EntryRow extends RegisterRow {
  readonly id: number;
  readonly registered_at: string;
  readonly author_id: string | null;
  readonly drop: Digest;
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
    nextOrdinal: (series, year, opening) => engine.read((db) => nextOrdinal(db, series, year, opening)),

    register: (entry, event, note) =>
      desk.write(async (db) => {
        await desk.holds(db, event.claim);
        let row: Omit<EntryRow, 'id'> | undefined = await db<EntryRow>('entry').where({ drop: entry.drop }).first();
        if (row === undefined) {
          await refuseTakenId(db, entry);
          row = { ...(await newRow(db, entry, clock.now().toISOString(), archive)), office };
          await db<EntryRow>('entry').insert(row);
          const blank = await keepBlanks(db, entry);
          const detail = blank === undefined ? event.detail : { ...event.detail, blank: `${blank.form}/${blank.number}` };
          await appendLine(db, desk, { ...event, detail, step: 'registered', act: actName(row) });
        }
        const registration = registrationOf(row, await blankOf(db, row.drop));
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

    list: ({ series, year }) =>
      engine.read((db) => {
        const rows = db<RegisterRow>('entry')
          .select(...COLUMNS)
          .orderBy([...ORDER]);
        if (series !== undefined) rows.where({ series });
        if (year !== undefined) rows.where({ year });
        return rows;
      }),

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
  };
}

/** Names an act in the journal: `decision/2021/27`. */
export function actName({ series, year, number }: Pick<Registration, 'series' | 'year' | 'number'>): string {
  return `${series}/${year}/${number}`;
}

/** The only place numbers come from: one after the last of the series in that year, void ones counted, other years never looked at. */
async function nextOrdinal(db: Knex, series: string, year: number, opening: number): Promise<number> {
  const row = await db<EntryRow>('entry').where({ series, year }).max<{ last: number | null }>('ordinal as last').first();
  return typeof row?.last === 'number' ? row.last + 1 : opening;
}

/** The rule `T-id` looked before this transaction; another runner may have come between. */
async function refuseTakenId(db: Knex, { series, id }: NewEntry): Promise<void> {
  if (id === null || (await db<EntryRow>('entry').where({ series, author_id: id }).first('id')) === undefined) return;
  throw new Fault('id-taken', `another draft with the same id was registered in series ${series} at this moment; this one is judged anew`);
}

async function newRow(db: Knex, entry: NewEntry, registeredAt: string, archive: string): Promise<Omit<EntryRow, 'id' | 'office'>> {
  const { series, kind, date, title } = entry;
  const year = yearOf(date);
  const ordinal = await nextOrdinal(db, series, year, entry.opening);
  const number = entry.formatNumber(ordinal);
  return {
    ...{ series, year, ordinal, number, date, registered_at: registeredAt, kind, title, author_id: entry.id, drop: entry.drop },
    state: 'registered',
    path: `${archive}/${year}/${series}/${number.replaceAll('/', '-')}`,
  };
}

function registrationOf(row: Omit<EntryRow, 'id'>, blank: BlankNumber | undefined): Registration {
  const { series, year, ordinal, number, date } = row;
  return { series, year, ordinal, number, date, registeredAt: row.registered_at, ...(blank === undefined ? {} : { blank }) };
}
