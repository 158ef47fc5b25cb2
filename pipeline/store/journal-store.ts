import type { Knex } from 'knex';
import type { Digest } from '../model/digest.js';
import { JOURNAL_ROOT, type JournalEvent, type JournalLine, type JournalStep, journalHash } from '../model/journal.js';
import type { Journal } from '../model/ports.js';
import type { Desk } from './desk.js';

/** With one of these a claim has come to its end. */
const SETTLING: readonly JournalStep[] = ['filed', 'refused', 'duplicate'];
/** What only tells how far a claim has come: a power cut may lose it, for the claim then comes that way again. */
const ON_THE_WAY: readonly JournalStep[] = ['received', 'checked', 'rendered', 'signed'];
const PAGE = 1000;
/** Below the number of bindings that every engine takes in one statement. */
const BATCH = 500;

interface JournalRow extends Omit<JournalLine, 'detail'> {
  /** JSON. */
  readonly detail: string;
  /** The folder in whose archive the line lies, or will. */
  readonly office: string;
}

/** The journal in the database: lines are only ever added, each with the hash of the one before. */
export function journalStore(desk: Desk): Journal {
  const { engine } = desk;
  return {
    append: (event) => engine.write((db) => appendLine(db, desk, event), ON_THE_WAY.includes(event.step) ? 'soon' : 'lasting'),

    async *lines() {
      let last = 0;
      for (;;) {
        const rows = await engine.read((db) => db<JournalRow>('journal').where('seq', '>', last).orderBy('seq').limit(PAGE));
        yield* rows.map(lineOf);
        if (rows.length < PAGE) return;
        last = rows.at(-1)?.seq ?? last;
      }
    },

    last: () =>
      engine.read(async (db) => {
        const row = await db<JournalRow>('journal').orderBy('seq', 'desc').first();
        return row && lineOf(row);
      }),

    async place(publish) {
      if ((await engine.read((db) => unplaced(db, desk.office))).length === 0) return;
      await engine.write(async (db) => {
        const lines = await unplaced(db, desk.office);
        if (lines.length === 0) return;
        await markPlaced(
          db,
          lines.map(({ seq }) => seq),
        );
        await publish(lines, () => engine.held(db));
      });
    },

    waiting: () =>
      engine.read(async (db) => {
        const elsewhere: number[] = await db('journal').whereNot({ office: desk.office }).pluck('seq');
        const unplaced: number[] = await db('journal_unplaced').pluck('seq');
        return new Set([...unplaced, ...elsewhere]);
      }),
  };
}

/** Lines of this office that are to be placed in its archive; those of other folders on the same register are theirs to place. */
async function unplaced(db: Knex, office: string): Promise<JournalLine[]> {
  const rows: JournalRow[] = await db('journal as line')
    .whereIn('line.seq', db('journal_unplaced').select('seq'))
    .where('line.office', office)
    .where((where) => where.whereNull('line.claim').orWhereExists(settling(db)))
    .select('line.*')
    .orderBy('line.seq');
  return rows.map(lineOf);
}

function settling(db: Knex): Knex.QueryBuilder {
  return db('journal as settling').whereRaw('settling.claim = line.claim').whereIn('settling.step', SETTLING);
}

/**
 * Keeps lines that were written before, within a transaction of `write`. One whose place is taken, or that does not fit the lines beside it, is
 * left out: it was never committed.
 */
export async function keepLines(db: Knex, office: string, lines: readonly JournalLine[], placed: boolean): Promise<void> {
  for (const line of lines) {
    const beside = await db<JournalRow>('journal').whereBetween('seq', [line.seq - 1, line.seq + 1]);
    const fits = beside.every((row) => (row.seq < line.seq ? row.hash === line.prev : row.seq > line.seq && row.prev === line.hash));
    if (!fits) continue;
    await db<JournalRow>('journal').insert({ ...line, detail: JSON.stringify(line.detail), office });
    if (!placed) await db('journal_unplaced').insert({ seq: line.seq });
  }
}

/** Adds a line within a transaction of `write`. Fault `lease-lost` if its claim is another runner's now. */
export async function appendLine(db: Knex, { clock, office, holds }: Desk, event: JournalEvent): Promise<JournalLine> {
  await holds(db, event.claim);
  const last = await db<JournalRow>('journal').orderBy('seq', 'desc').first('seq', 'hash');
  const { claim, step, who, drop, act, detail } = event;
  const at = clock.now().toISOString();
  const unhashed = { seq: (last?.seq ?? 0) + 1, at, prev: last?.hash ?? JOURNAL_ROOT, claim, step, who, drop, act, detail };
  const line = { ...unhashed, hash: journalHash(unhashed) };
  await db<JournalRow>('journal').insert({ ...line, detail: JSON.stringify(detail), office });
  await db('journal_unplaced').insert({ seq: line.seq });
  return line;
}

/** All lines of a claim so far, in order. */
export async function linesOfClaim(db: Knex, claim: string): Promise<JournalLine[]> {
  return (await db<JournalRow>('journal').where('claim', claim).orderBy('seq')).map(lineOf);
}

/** Notes within a transaction of `write` that these lines lie in the archive. */
export async function markPlaced(db: Knex, seqs: readonly number[]): Promise<void> {
  for (let from = 0; from < seqs.length; from += BATCH) {
    await db('journal_unplaced')
      .whereIn('seq', seqs.slice(from, from + BATCH))
      .delete();
  }
}

function lineOf(row: JournalRow): JournalLine {
  const { seq, at, prev, hash, claim, step, who, drop, act, detail } = row;
  return { seq, at, prev, hash, claim, step, who, drop: drop as Digest | null, act, detail: JSON.parse(detail) as JournalLine['detail'] };
}
