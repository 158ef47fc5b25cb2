import { addDays, type LocalDate } from './date.js';
import type { Digest } from './digest.js';
import type { DraftContent, Point } from './draft.js';
import type { Traits } from './kind.js';
import { agendaPublicationDue } from './meeting-terms.js';
import type { RegisterRow } from './register-row.js';
import { type TermDay, type TermWorld, termDay } from './term-norm.js';
import type { WaitingRow } from './waiting-row.js';

/** A task that a point of an act sets by a day. */
export interface Task {
  /** Its number as the draft writes it. */
  readonly point: string;
  readonly executor: string | null;
  readonly due: LocalDate;
}

/** What a later document says of an act's tasks; of all of them if it names no point. */
export interface ControlStep {
  /** Their term is another day (R 9.4, 12.8), or they are done and off control (R 9.3, 12.13). */
  readonly how: 'extends' | 'releases';
  readonly points: readonly string[];
  readonly due?: LocalDate | undefined;
}

/** Something to be done about an act on record. */
export interface Term {
  /** A task of a point; copies to be sent (R 6.4, 8.7); an act to be made public (R 29.1); a draft that answers a judgment in force (R 7.2); the verdict on a contract that waits (R 27.7); a case that goes to the archive department (R 28.2), or that was lent and is to come back (R 4.17); an agenda with its projects, to the members (R 5.17); minutes of a meeting (R 4.13); a text that it adopted with changes (R 6.3), or without, and that has no number yet; the plan of the year or of the month after the last one on record (R 3.4, 3.9). */
  readonly what:
    | 'task'
    | 'dispatch'
    | 'publication'
    | 'judgment'
    | 'examination'
    | 'transfer'
    | 'return'
    | 'to-members'
    | 'minutes'
    | 'rework'
    | 'adopted-text'
    | 'year-plan'
    | 'month-plan';
  readonly row: RegisterRow | WaitingRow;
  readonly point: string | null;
  readonly executor: string | null;
  /** Null where the regulation sets no day, or its term stands still. */
  readonly due: LocalDate | null;
  /** The drop of a contract that waits, by which its examination names it. */
  readonly contract?: Digest | undefined;
  /** The project whose text it is. */
  readonly project?: string | undefined;
  /** The case that is to be handed over or given back, with the clauses by which it is; `row` is its last document, or the act by which it was lent. */
  readonly caseFile?: { readonly year: number; readonly index: string; readonly heading: string; readonly clause: string } | undefined;
}

/** The tasks of an act that are still to be done, after everything that was said of them, in order of registration. */
export function openTasks(content: Pick<DraftContent, 'operative'>, steps: readonly ControlStep[]): Task[] {
  return steps.reduce((tasks, step) => afterStep(tasks, step), tasksOf(content.operative));
}

/** Whether a document that names some points, or none for all, speaks of a task: a point is named with its sub-points. */
export function isMeantBy(points: readonly string[], { point }: Pick<Task, 'point'>): boolean {
  return points.length === 0 || points.some((named) => point === named || point.startsWith(`${named}.`));
}

/** Past ones, those of the next `within` days, and those without a day; the earliest first. What nobody notes as done, sending out and making public, is told only ahead. */
export function nearTerms(terms: readonly Term[], today: LocalDate, within: number): Term[] {
  const last = addDays(today, within);
  const near = terms.filter(({ what, due }) => due === null || (due <= last && (!UNNOTED.has(what) || due >= today)));
  return near.sort((a, b) => compare(a.due ?? '9999', b.due ?? '9999') || compare(nameIn(a), nameIn(b)));
}

const UNNOTED: ReadonlySet<Term['what']> = new Set(['dispatch', 'publication', 'to-members']);

function tasksOf(points: readonly Point[]): Task[] {
  return points.flatMap(({ n, executor, due, points: inner }) => [
    ...(due === undefined ? [] : [{ point: n, executor: executor ?? null, due }]),
    ...tasksOf(inner),
  ]);
}

function afterStep(tasks: readonly Task[], { how, points, due }: ControlStep): Task[] {
  if (how === 'releases') return tasks.filter((task) => !isMeantBy(points, task));
  return tasks.map((task) => (due !== undefined && isMeantBy(points, task) ? { ...task, due } : task));
}

function nameIn({ row, point }: Term): string {
  return `${row.series}/${row.year}/${String(row.ordinal ?? row.date).padStart(8, '0')} ${point ?? ''}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * The last day on which copies of a document may be sent: so many days after its date as R 6.4 gives a collegial act, R 8.7 one that the head signs alone; R 3.7
 * a plan of a year from its approval, R 23.6 a report from the day on which a delegation was met. Undefined for papers that no clause gives a term.
 */
export function dispatchBy(
  date: LocalDate,
  { of, delegation }: Pick<DraftContent, 'of' | 'delegation'>,
  { collegial, plans, tells }: Pick<Traits, 'collegial' | 'plans' | 'tells'>,
  world: TermWorld,
): TermDay | undefined {
  if (plans === 'month' || tells === 'gathering') return undefined;
  if (plans === 'year') return termDay('year-plan-sent', of?.date ?? date, world);
  if (tells === 'delegation') return termDay('delegation-told', delegation?.date ?? date, world);
  return termDay(collegial ? 'dispatch' : 'order-dispatch', date, world);
}

/**
 * The last day on which an act may be made public (R 29.1): so many working days after it was adopted; an agenda after it was approved (R 4.8). Undefined for
 * acts that need not be: those on personnel, of units, and other papers that order nothing.
 */
export function publishBy(
  date: LocalDate,
  { administrative, personnel, issuer, meets }: Pick<Traits, 'administrative' | 'personnel' | 'issuer' | 'meets'>,
  world: TermWorld,
): LocalDate | undefined {
  if (meets === 'tables') return agendaPublicationDue(date, world).due;
  return administrative && !personnel && issuer !== 'unit' ? termDay('publication', date, world).due : undefined;
}
