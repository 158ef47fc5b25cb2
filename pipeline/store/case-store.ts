import type { Knex } from 'knex';
import type { CaseBook } from '../model/case-book.js';
import type { MeasuredSheets } from '../model/case-files.js';
import { type CaseStep, standingOf, stepsByCase, type TakenCaseStep } from '../model/case-steps.js';
import type { CaseWork } from '../model/case-work.js';
import type { LocalDate } from '../model/date.js';
import type { Digest } from '../model/digest.js';
import { type ActName, isUnfiled } from '../model/effect.js';
import { Fault } from '../model/fault.js';
import type { RegisterRow } from '../model/register-row.js';
import type { Desk } from './desk.js';

interface StepRow {
  readonly id: number;
  /** Of the document that does it. */
  readonly entry: number;
  readonly year: number;
  readonly case_index: string;
  readonly step: string;
  readonly seq: number;
}

interface WorkRow {
  readonly entry: number;
  readonly work: string;
}

/** Columns of an entry that tell its sheets; both null where nobody noted them. */
export interface SheetColumns {
  readonly sheets: number | null;
  readonly unmeasured: string | null;
}

const ROW: readonly (keyof RegisterRow)[] = ['series', 'year', 'number', 'ordinal', 'date', 'title', 'kind', 'state', 'path', 'office'];

/** What the database knows of cases. */
export function caseStore({ engine }: Desk): CaseBook {
  return {
    documents: (year) =>
      engine.read(async (db) => {
        const rows: (RegisterRow & SheetColumns)[] = await documentsOf(db, year)
          .select(...ROW, 'sheets', 'unmeasured')
          .orderBy(['series', 'year', 'ordinal']);
        return rows.map(({ sheets, unmeasured, ...row }) => ({ row, sheets, unmeasured: filesOf(unmeasured) }));
      }),

    hasDocuments: (year) => engine.read(async (db) => (await documentsOf(db, year).first('id')) !== undefined),

    steps: (of) => engine.read((db) => stepsIn(db, of)),

    ofKinds: (kinds) =>
      engine.read((db) =>
        db<RegisterRow>('entry')
          .whereIn('kind', [...kinds])
          .whereNot('state', 'void')
          .where('imported', 0)
          .select(...ROW)
          // The ids of a rebuilt index are in no order of registration.
          .orderBy(['registered_at', 'ordinal']),
      ),

    workOf: ({ series, year, number }) =>
      engine.read(async (db) => {
        const row: Pick<WorkRow, 'work'> | undefined = await db('case_work as work')
          .join('entry as acting', 'acting.id', 'work.entry')
          .where({ 'acting.series': series, 'acting.year': year, 'acting.number': number })
          .first('work.work');
        return row && (JSON.parse(row.work) as CaseWork);
      }),

    // A state changes when its document is filed, which the counts tell, or when an effect is noted or undone, which is another's coming or going.
    revision: (year) =>
      engine.read(async (db) => {
        const states = await documentsOf(db, year)
          .groupBy('state')
          .orderBy('state')
          .select('state')
          .count('id as documents')
          .count('sheets as measured')
          .sum('sheets as sheets');
        const effects = await db('effect').max('id as last').first();
        const voids = await db('entry').where('state', 'void').count('id as all').first();
        return JSON.stringify([states, effects, voids]);
      }),

    noted: () =>
      engine.read(async (db) => {
        const steps = new Map<number, CaseStep[]>();
        for (const { entry, step } of await db<StepRow>('case_step').orderBy('id').select('entry', 'step')) {
          const taken = steps.get(entry);
          if (taken === undefined) steps.set(entry, [JSON.parse(step) as CaseStep]);
          else taken.push(JSON.parse(step) as CaseStep);
        }
        const works = new Map(
          (await db<WorkRow>('case_work').select('entry', 'work')).map(({ entry, work }) => [entry, JSON.parse(work) as CaseWork]),
        );
        const rows: (SheetColumns & { id: number; drop: Digest })[] = await db('entry').select('id', 'drop', 'sheets', 'unmeasured');
        return new Map(
          rows.map(({ id, drop, sheets, unmeasured }) => [
            drop,
            {
              steps: steps.get(id) ?? [],
              work: works.get(id),
              sheets: sheets === null ? undefined : { count: sheets, unmeasured: filesOf(unmeasured) },
            },
          ]),
        );
      }),
  };
}

async function stepsIn(db: Knex, of: Parameters<CaseBook['steps']>[0]): Promise<TakenCaseStep[]> {
  const query = db('case_step as step')
    .join('entry as acting', 'acting.id', 'step.entry')
    .whereNot('acting.state', 'void')
    .orderBy(['step.seq', 'step.id']);
  if (of !== undefined) query.where('step.year', of.year);
  if (of?.index !== undefined) query.where('step.case_index', of.index);
  const rows: { step: string; series: string; year: number; number: string; date: LocalDate }[] = await query.select(
    'step.step',
    ...(['series', 'year', 'number', 'date'] as const).map((column) => `acting.${column}`),
  );
  return rows.map(({ step, ...by }): TakenCaseStep => ({ ...(JSON.parse(step) as CaseStep), by }));
}

function documentsOf(db: Knex, year: number): Knex.QueryBuilder {
  return db('entry')
    .where('date', 'like', `${String(year).padStart(4, '0')}-%`)
    .where('imported', 0);
}

/** Keeps, within a transaction of `write`, what the document of an entry says of how cases are formed. */
export async function keepCaseWork(db: Knex, entry: number, work: CaseWork): Promise<void> {
  await db<WorkRow>('case_work').insert({ entry, work: JSON.stringify(work) });
}

/** Keeps, within a transaction of `write`, what the document of an entry does to cases. */
export async function keepCaseSteps(db: Knex, entry: number, steps: readonly CaseStep[], seq: number): Promise<void> {
  const rows = steps.map((step) => ({ entry, year: step.year, case_index: step.index, step: JSON.stringify(step), seq }));
  // An inventory may list thousands, and a statement holds only so many values.
  for (let from = 0; from < rows.length; from += AT_ONCE) await db<StepRow>('case_step').insert(rows.slice(from, from + AT_ONCE));
}

const AT_ONCE = 100;

/** What can be done only to a case that is there. */
const TO_WHAT_IS_THERE: ReadonlySet<CaseStep['how']> = new Set([
  'holds',
  'withdraws',
  'hands-over',
  'appraises',
  'accepts',
  'misses',
  'faults',
]);

/**
 * The rule `T-case-destroyed` looked before this transaction; another runner may have come between. A hold comes in time until the act of destruction is filed,
 * for until then nothing goes.
 */
export async function refuseDestroyed(db: Knex, steps: readonly CaseStep[]): Promise<void> {
  const needing = steps.filter(({ how }) => TO_WHAT_IS_THERE.has(how));
  for (const year of new Set(needing.map((step) => step.year))) {
    const known = stepsByCase(await stepsIn(db, { year }));
    for (const step of needing) {
      if (step.year !== year) continue;
      for (const { by } of destroyedIn(known.get(step.index) ?? [], step))
        if (step.how !== 'holds' || !(await isWaiting(db, by)))
          throw new Fault('case-destroyed', 'a case that this draft is about was destroyed at this moment; the draft is judged anew');
    }
  }
}

async function isWaiting(db: Knex, { series, year, number }: ActName): Promise<boolean> {
  const act = await db<RegisterRow>('entry').where({ series, year, number }).first('state');
  return act !== undefined && isUnfiled(act.state);
}

/** By what the volumes of a case that a step means were destroyed. */
function destroyedIn(ofCase: readonly TakenCaseStep[], { year, index, volume }: CaseStep): TakenCaseStep[] {
  const volumes = volume === null ? new Set([EVERY, ...ofCase.map((one) => one.volume ?? EVERY)]) : [volume];
  return [...volumes].flatMap((one) => standingOf(ofCase, { year, index, volume: one }).destroyed ?? []);
}

/** Stands for a volume of which no step speaks alone. */
const EVERY = 0;

/** The columns that tell these sheets. */
export function sheetColumns(sheets: MeasuredSheets | undefined): SheetColumns {
  if (sheets === undefined) return { sheets: null, unmeasured: null };
  return { sheets: sheets.count, unmeasured: sheets.unmeasured.length === 0 ? null : JSON.stringify(sheets.unmeasured) };
}

function filesOf(unmeasured: string | null): readonly string[] {
  return unmeasured === null ? [] : (JSON.parse(unmeasured) as readonly string[]);
}
