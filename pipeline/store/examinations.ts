import type { Knex } from 'knex';
import type { LocalDate } from '../model/date.js';
import type { Digest } from '../model/digest.js';
import type { Person } from '../model/draft.js';
import {
  type ExaminationBook,
  type ExaminationStep,
  type Ground,
  isVerdict,
  type KnownStep,
  type Pending,
  type PendingContract,
  type StepKind,
  standingAfter,
  type TakenStep,
} from '../model/examination.js';
import { Fault } from '../model/fault.js';
import type { Desk } from './desk.js';
import { appendLine, linesOfClaim } from './journal-store.js';

/** Lists and persons as JSON. */
interface PendingRow extends Omit<Pending, 'parties' | 'addressees' | 'findings' | 'subject'> {
  readonly office: string;
  readonly subject: string | null;
  readonly parties: string;
  readonly addressees: string;
  readonly findings: string;
}

interface StepRow {
  readonly drop: Digest;
  readonly claim: string;
  readonly contract: Digest;
  readonly how: StepKind;
  readonly date: LocalDate;
  readonly signatory: string;
  readonly grounds: string;
  readonly seq: number;
}

type JoinedStep = StepRow & {
  readonly by_series: string;
  readonly by_year: number;
  readonly by_number: string;
  readonly by_date: LocalDate;
};

const VERDICTS: readonly StepKind[] = ['register', 'refuse'];

/** The examination of contracts in the database. */
export function examinationBook(desk: Desk): ExaminationBook {
  const { engine, office } = desk;
  return {
    wait: (pending, event, note) =>
      desk.write(async (db) => {
        await desk.holds(db, pending.claim);
        const { claim, drop } = pending;
        const first = await db<PendingRow>('pending_contract').where({ drop }).first('claim');
        if (first !== undefined && first.claim !== claim) return first.claim;
        if ((await db('entry').where({ drop }).first('id')) !== undefined) throw decided();
        await keepPending(db, pending, office);
        if (first === undefined) await appendLine(db, desk, { ...event, claim, drop, step: 'awaiting', act: null });
        if (note !== undefined) await note(await linesOfClaim(db, claim), () => engine.held(db));
        return claim;
      }),

    pending: () => engine.read((db) => pendingIn(db, db<PendingRow>('pending_contract'))),

    waiting: (contract) => engine.read((db) => waitingIn(db, contract)),

    verdictOn: (claim) =>
      engine.read(async (db) => {
        const said = (query: Knex.QueryBuilder) => query.where('step.claim', claim).whereIn('step.how', VERDICTS);
        const holding = (await stepsIn(said(taken(db)))).map(({ step }) => step).find(isVerdict);
        if (holding !== undefined) return holding;
        // What was decided before its number was declared void is done, if the contract has its own.
        const [former] = (await stepsIn(said(steps(db)))).map(({ step }) => step).filter(isVerdict);
        if (former === undefined || (await db('entry').where({ drop: former.contract }).first('id')) === undefined) return undefined;
        return former;
      }),

    decided: () =>
      engine.read((db) =>
        taken(db)
          .join('pending_contract as pending', 'pending.claim', 'step.claim')
          .where('pending.office', office)
          .whereIn('step.how', VERDICTS)
          .pluck('step.claim'),
      ),

    undecided: () =>
      engine.read((db) =>
        db('pending_contract as pending')
          .where({ office })
          .whereNotExists((verdict) =>
            verdict
              .from('examination_step as step')
              .join('entry as acting', 'acting.drop', 'step.drop')
              .whereRaw('step.claim = pending.claim')
              .whereIn('step.how', VERDICTS)
              .whereNot('acting.state', 'void'),
          )
          .pluck('claim'),
      ),

    settle: (claim) =>
      desk.write(async (db) => {
        await db('pending_contract').where({ claim }).delete();
      }),

    steps: () =>
      engine.read(
        async (db) => new Map((await db<StepRow>('examination_step')).map((row) => [row.drop, { ...stepOf(row), claim: row.claim }])),
      ),
  };
}

/** Keeps that a contract waits. */
export async function keepPending(db: Knex, pending: Pending, office: string): Promise<void> {
  const row = { ...rowOf(pending), office };
  await db<PendingRow>('pending_contract').insert(row).onConflict('claim').merge();
}

/** The contract of these bytes that waits. */
export async function waitingIn(db: Knex, contract: Digest): Promise<PendingContract | undefined> {
  const [found] = await pendingIn(db, db<PendingRow>('pending_contract').where({ drop: contract }));
  return found;
}

/**
 * Keeps, within the transaction that gives a document its number, its step in the examination of the contract that waits. Fault `contract-decided` if none waits any
 * more: another document came between the rules' look and this.
 */
export async function takeStep(db: Knex, drop: Digest, step: ExaminationStep, seq: number): Promise<void> {
  const pending = await waitingIn(db, step.contract);
  if (pending === undefined || pending.steps.some(isVerdict)) throw decided();
  await keepStep(db, drop, { ...step, claim: pending.claim }, seq);
}

/** Keeps what the files of an office know of a step. */
export async function keepStep(db: Knex, drop: Digest, { signatory, grounds, ...step }: KnownStep, seq: number): Promise<void> {
  await db<StepRow>('examination_step').insert({
    ...step,
    drop,
    signatory: JSON.stringify(signatory),
    grounds: JSON.stringify(grounds),
    seq,
  });
}

/** The step that a document has made. */
export async function stepBy(db: Knex, drop: Digest): Promise<KnownStep | undefined> {
  const row = await db<StepRow>('examination_step').where({ drop }).first();
  return row && { ...stepOf(row), claim: row.claim };
}

/** The contract of these bytes waits no more. */
export async function endWait(db: Knex, drop: Digest): Promise<void> {
  await db('pending_contract').where({ drop }).delete();
}

async function pendingIn(db: Knex, rows: Knex.QueryBuilder<PendingRow, PendingRow[]>): Promise<PendingContract[]> {
  const found: PendingRow[] = await rows.clone();
  const made = new Map<string, TakenStep[]>();
  for (const { claim, step } of await stepsIn(taken(db).whereIn('step.claim', rows.clone().select('claim'))))
    made.set(claim, [...(made.get(claim) ?? []), step]);
  return found.map((row) => pendingOf(row, made.get(row.claim) ?? [])).sort((a, b) => (a.claim < b.claim ? -1 : 1));
}

function pendingOf({ subject, parties, addressees, findings, ...row }: PendingRow, taken: readonly TakenStep[]): PendingContract {
  return {
    ...row,
    subject: subject ?? undefined,
    parties: JSON.parse(parties) as PendingContract['parties'],
    addressees: JSON.parse(addressees) as PendingContract['addressees'],
    findings: JSON.parse(findings) as PendingContract['findings'],
    ...standingAfter(row.received, taken),
    steps: taken,
  };
}

function rowOf({ subject, parties, addressees, findings, ...rest }: Pending): Omit<PendingRow, 'office'> {
  return {
    ...rest,
    subject: subject ?? null,
    parties: JSON.stringify(parties),
    addressees: JSON.stringify(addressees),
    findings: JSON.stringify(findings),
  };
}

/** Steps in order of registration, each with the entry of its document. */
function steps(db: Knex): Knex.QueryBuilder {
  return db('examination_step as step').join('entry as acting', 'acting.drop', 'step.drop').orderBy('step.seq');
}

/** The same, but for those of documents whose number is void. */
function taken(db: Knex): Knex.QueryBuilder {
  return steps(db).whereNot('acting.state', 'void');
}

async function stepsIn(query: Knex.QueryBuilder): Promise<{ readonly claim: string; readonly step: TakenStep }[]> {
  const rows: JoinedStep[] = await query
    .select('step.*')
    .select('acting.series as by_series', 'acting.year as by_year', 'acting.number as by_number', 'acting.date as by_date');
  return rows.map((row) => ({
    claim: row.claim,
    step: { ...stepOf(row), by: { series: row.by_series, year: row.by_year, number: row.by_number, date: row.by_date } },
  }));
}

function stepOf({ how, contract, date, signatory, grounds }: StepRow): ExaminationStep {
  return { how, contract, date, signatory: JSON.parse(signatory) as Person, grounds: JSON.parse(grounds) as readonly Ground[] };
}

function decided(): Fault {
  return new Fault('contract-decided', 'another document decided on the same contract at this moment; this one is judged anew');
}
