import type { Knex } from 'knex';
import { type BlankBalance, type BlankNumber, type BlankStock, rangesOf, rangesWithout, type StockChange } from '../model/blanks.js';
import type { Digest } from '../model/digest.js';
import { Fault } from '../model/fault.js';

interface StockRow {
  readonly form: string;
  readonly first: number;
  readonly last: number;
  readonly drop: Digest;
}

interface BlankRow {
  readonly form: string;
  readonly number: number;
  readonly state: 'used' | 'spoiled';
  readonly drop: Digest;
  readonly reason: string | null;
}

/** Rows of one INSERT: SQLite bounds the values that one statement may carry. */
const CHUNK = 200;

/** What a new entry does to the blanks: the number it stands on, and what it says of the stock. */
export interface EntryBlanks {
  readonly drop: Digest;
  readonly blankForm?: string | undefined;
  readonly stock?: StockChange | undefined;
}

/**
 * Takes the lowest free blank of the entry's form, if that form is under strict account, and keeps what the entry says of a stock. Within the
 * transaction that gives the number. Fault `blanks-changed` if another entry came between the rules' look and this.
 */
export async function keepBlanks(db: Knex, { drop, blankForm, stock }: EntryBlanks): Promise<BlankNumber | undefined> {
  const blank = blankForm === undefined ? undefined : await takeBlank(db, blankForm, drop);
  if (stock !== undefined) await changeStock(db, stock, drop);
  return blank;
}

/** Keeps what the files of an office know of an entry's blanks; numbers that are known already stay as they are. */
export async function keepKnownBlanks(
  db: Knex,
  { drop, blank, stock }: { readonly drop: Digest; readonly blank?: BlankNumber | undefined; readonly stock?: StockChange | undefined },
): Promise<void> {
  if (blank !== undefined) await insert<BlankRow>(db, 'blank', [{ ...blank, state: 'used', drop, reason: null }]);
  if (stock !== undefined) await insertStock(db, stock, drop);
}

/** The blank on which the act of a drop stands. */
export async function blankOf(db: Knex, drop: Digest): Promise<BlankNumber | undefined> {
  return db<BlankRow>('blank').where({ drop, state: 'used' }).first('form', 'number');
}

/** The blanks on which acts stand, by drop. */
export async function blanksByDrop(db: Knex): Promise<ReadonlyMap<Digest, BlankNumber>> {
  const rows = await db<BlankRow>('blank').where({ state: 'used' }).select('drop', 'form', 'number');
  return new Map(rows.map(({ drop, form, number }) => [drop, { form, number }]));
}

/** The stock of a form; undefined if it is under no account. */
export async function stockOf(db: Knex, form: string): Promise<BlankStock | undefined> {
  const stocks = await db<StockRow>('blank_stock').where({ form }).orderBy('first');
  if (stocks.length === 0) return undefined;
  return { received: stocks.map(({ first, last }) => ({ from: first, to: last })), next: await lowestFree(db, stocks) };
}

/** Those of the numbers that were used or spoiled, with which. */
export async function spentBlanks(db: Knex, form: string, numbers: readonly number[]): Promise<ReadonlyMap<number, 'used' | 'spoiled'>> {
  const spent = new Map<number, 'used' | 'spoiled'>();
  for (let at = 0; at < numbers.length; at += CHUNK) {
    const rows = await db<BlankRow>('blank')
      .where({ form })
      .whereIn('number', numbers.slice(at, at + CHUNK));
    for (const { number, state } of rows) spent.set(number, state);
  }
  return spent;
}

/** The account of every form, sorted by form. */
export async function balances(db: Knex): Promise<BlankBalance[]> {
  const stocks = await db<StockRow>('blank_stock').orderBy(['form', 'first']);
  const spent = await db<BlankRow>('blank').orderBy(['form', 'number']);
  return [...new Set(stocks.map(({ form }) => form))].sort().map((form) => {
    const received = stocks.filter((stock) => stock.form === form).map(({ first, last }) => ({ from: first, to: last }));
    const gone = spent.filter((blank) => blank.form === form);
    const numbers = gone.map(({ number }) => number);
    return {
      form,
      received,
      used: rangesOf(gone.filter(({ state }) => state === 'used').map(({ number }) => number)),
      spoiled: gone.filter(({ state }) => state === 'spoiled').map(({ number, reason }) => ({ number, reason: reason ?? '' })),
      free: received.flatMap((range) => rangesWithout(range, numbers)),
    };
  });
}

async function takeBlank(db: Knex, form: string, drop: Digest): Promise<BlankNumber | undefined> {
  const stock = await stockOf(db, form);
  if (stock === undefined) return undefined;
  if (stock.next === null) throw changed(form);
  await db<BlankRow>('blank').insert({ form, number: stock.next, state: 'used', drop, reason: null });
  return { form, number: stock.next };
}

async function changeStock(db: Knex, stock: StockChange, drop: Digest): Promise<void> {
  const { form, received, spoiled } = stock;
  const before = (await stockOf(db, form))?.received ?? [];
  if (received !== null && before.some(({ from, to }) => from <= received.to && received.from <= to)) throw changed(form);
  const numbers = spoiled.map(({ number }) => number);
  if ((await spentBlanks(db, form, numbers)).size > 0) throw changed(form);
  await insertStock(db, stock, drop);
}

async function insertStock(db: Knex, { form, received, spoiled }: StockChange, drop: Digest): Promise<void> {
  if (received !== null) await insert<StockRow>(db, 'blank_stock', [{ form, first: received.from, last: received.to, drop }]);
  await insert<BlankRow>(
    db,
    'blank',
    spoiled.map(({ number, reason }) => ({ form, number, state: 'spoiled', drop, reason })),
  );
}

async function insert<Row extends object>(db: Knex, table: string, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK)
    await db(table)
      .insert(rows.slice(at, at + CHUNK))
      .onConflict()
      .ignore();
}

/**
 * Within a stock blanks are taken from the lowest on, so below the last one used none is free, and only spoiled ones are to be passed over.
 */
async function lowestFree(db: Knex, stocks: readonly StockRow[]): Promise<number | null> {
  for (const { form, first, last } of stocks) {
    const within = () => db<BlankRow>('blank').where({ form }).whereBetween('number', [first, last]);
    const used = await within().where({ state: 'used' }).max<{ last: number | null }>('number as last').first();
    let next = typeof used?.last === 'number' ? used.last + 1 : first;
    const spoiled = await within().where({ state: 'spoiled' }).where('number', '>=', next).orderBy('number').pluck('number');
    for (const number of spoiled) if (number === next) next += 1;
    if (next <= last) return next;
  }
  return null;
}

function changed(form: string): Fault {
  return new Fault('blanks-changed', `another entry changed the stock of blanks of "${form}" at this moment; this one is judged anew`);
}
