import type { Knex } from 'knex';
import type { Digest } from '../model/digest.js';
import { Fault } from '../model/fault.js';
import { JOURNAL_ROOT, type JournalEvent, type JournalLine, type JournalStep, journalHash } from '../model/journal.js';
import type { Journal } from '../model/ports.js';
import type { Desk, Noted } from './desk.js';

/** With one of these a claim has come to its end. */
const SETTLING: readonly JournalStep[] = ['filed', 'refused', 'duplicate'];
/** What only tells how far a claim has come: a crash may lose it, for the claim then comes that way again. */
const ON_THE_WAY: readonly JournalStep[] = ['received', 'checked', 'rendered', 'signed'];
const PAGE = 1000;
/** Below the number of bindings that every engine takes in one statement. */
const BATCH = 500;
/** The same for whole lines. */
const LINES = 50;

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
    async append(event) {
      if (isOnTheWay(event)) desk.note({ ...event, at: desk.clock.now().toISOString() });
      else await desk.write((db) => appendLine(db, desk, event));
    },

    async *lines() {
      await desk.keepNoted();
      let last = 0;
      for (;;) {
        const rows = await engine.read((db) => db<JournalRow>('journal').where('seq', '>', last).orderBy('seq').limit(PAGE));
        yield* rows.map(lineOf);
        if (rows.length < PAGE) return;
        last = rows.at(-1)?.seq ?? last;
      }
    },

    async last() {
      await desk.keepNoted();
      return engine.read(async (db) => {
        const row = await db<JournalRow>('journal').orderBy('seq', 'desc').first();
        return row && lineOf(row);
      });
    },

    async place(publish) {
      if ((await engine.read((db) => unplaced(db, desk.office))).length === 0) return;
      await desk.write(async (db) => {
        const lines = await unplaced(db, desk.office);
        if (lines.length === 0) return;
        await markPlaced(
          db,
          lines.map(({ seq }) => seq),
        );
        await publish(lines, () => engine.held(db));
      });
    },

    async waiting() {
      await desk.keepNoted();
      return engine.read(async (db) => {
        const elsewhere: number[] = await db('journal').whereNot({ office: desk.office }).pluck('seq');
        const unplaced: number[] = await db('journal_unplaced').pluck('seq');
        return new Set([...unplaced, ...elsewhere]);
      });
    },
  };
}

/** A file that brings a signature names the act: that it came by this claim is told nowhere else. */
function isOnTheWay({ step, act }: JournalEvent): boolean {
  return ON_THE_WAY.includes(step) && act === null;
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

/** Adds a line within a transaction of `write`, after what was noted before it. Fault `lease-lost` if its claim is another runner's now. */
export async function appendLine(db: Knex, desk: Desk, event: JournalEvent): Promise<JournalLine> {
  await desk.holds(db, event.claim);
  return appendOfSettled(db, desk, event);
}

/** The same for a claim that was settled long ago: no runner has a lease of it any more. */
export async function appendOfSettled(db: Knex, desk: Desk, event: JournalEvent): Promise<JournalLine> {
  const noted = await stillHeld(db, desk, desk.takeNoted(), event.claim);
  const lines = await insertLines(db, desk, [...noted, { ...event, at: desk.clock.now().toISOString() }]);
  const line = lines.at(-1);
  if (line === undefined) throw new Error('one event makes one line');
  return line;
}

/** Adds, within a transaction of `write`, what was noted. */
export async function keepNoted(db: Knex, desk: Desk): Promise<void> {
  await insertLines(db, desk, await stillHeld(db, desk, desk.takeNoted(), null));
}

/** What was noted of claims that another runner has taken over is not this one's to tell. `held` is known to be its own. */
async function stillHeld(db: Knex, desk: Desk, noted: readonly Noted[], held: string | null): Promise<readonly Noted[]> {
  const lost = new Set<string | null>();
  for (const claim of new Set(noted.map((one) => one.claim)))
    if (claim !== held)
      await desk.holds(db, claim).catch((problem: unknown) => {
        if (!(problem instanceof Fault) || problem.code !== 'lease-lost') throw problem;
        lost.add(claim);
      });
  return noted.filter(({ claim }) => !lost.has(claim));
}

/** Chains lines to the last one, in their order. */
async function insertLines(db: Knex, { office }: Desk, noted: readonly Noted[]): Promise<JournalLine[]> {
  const last = await db<JournalRow>('journal').orderBy('seq', 'desc').first('seq', 'hash');
  let { seq, hash: prev } = last ?? { seq: 0, hash: JOURNAL_ROOT };
  const lines = noted.map(({ claim, step, who, drop, act, detail, at }) => {
    seq += 1;
    const before = prev;
    prev = journalHash({ seq, at, prev, claim, step, who, drop, act, detail });
    // In the order in which it is read again, and so written to files.
    return { seq, at, prev: before, hash: prev, claim, step, who, drop, act, detail };
  });
  for (let from = 0; from < lines.length; from += LINES) {
    const some = lines.slice(from, from + LINES);
    await db<JournalRow>('journal').insert(some.map((line) => ({ ...line, detail: JSON.stringify(line.detail), office })));
    await db('journal_unplaced').insert(some.map((line) => ({ seq: line.seq })));
  }
  return lines;
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
