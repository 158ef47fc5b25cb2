import type { Knex } from 'knex';
import type { Digest } from '../model/digest.js';
import { JOURNAL_ROOT, type JournalEvent, type JournalLine, type JournalStep, journalHash } from '../model/journal.js';
import type { Clock, Journal } from '../model/ports.js';
import type { Engine } from './engine.js';

/** With one of these a claim has come to its end. */
const SETTLING: readonly JournalStep[] = ['filed', 'refused', 'duplicate'];
const PAGE = 1000;
/** Below the number of bindings that every engine takes in one statement. */
const BATCH = 500;

interface JournalRow extends Omit<JournalLine, 'detail'> {
  /** JSON. */
  readonly detail: string;
}

/** The journal in the database: lines are only ever added, each with the hash of the one before. */
export function journalStore(engine: Engine, clock: Clock): Journal {
  return {
    append: (event) => engine.write((db) => appendLine(db, clock, event)),

    async *lines() {
      let last = 0;
      for (;;) {
        const rows = await engine.read((db) => db<JournalRow>('journal').where('seq', '>', last).orderBy('seq').limit(PAGE));
        yield* rows.map(lineOf);
        if (rows.length < PAGE) return;
        last = rows.at(-1)?.seq ?? last;
      }
    },

    unplaced: () =>
      engine.read(async (db) => {
        const rows: JournalRow[] = await db('journal as line')
          .whereIn('line.seq', db('journal_unplaced').select('seq'))
          .where((where) => where.whereNull('line.claim').orWhereExists(settling(db)))
          .select('line.*')
          .orderBy('line.seq');
        return rows.map(lineOf);
      }),

    markPlaced: (seqs) => engine.write((db) => markPlaced(db, seqs)),
  };
}

function settling(db: Knex): Knex.QueryBuilder {
  return db('journal as settling').whereRaw('settling.claim = line.claim').whereIn('settling.step', SETTLING);
}

/** Adds a line within a transaction of `write`. */
export async function appendLine(db: Knex, clock: Clock, event: JournalEvent): Promise<JournalLine> {
  const last = await db<JournalRow>('journal').orderBy('seq', 'desc').first('seq', 'hash');
  const { claim, step, who, drop, act, detail } = event;
  const at = clock.now().toISOString();
  const unhashed = { seq: (last?.seq ?? 0) + 1, at, prev: last?.hash ?? JOURNAL_ROOT, claim, step, who, drop, act, detail };
  const line = { ...unhashed, hash: journalHash(unhashed) };
  await db<JournalRow>('journal').insert({ ...line, detail: JSON.stringify(detail) });
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
