import { addDays, addMonths, isWithin, type LocalDate } from './date.js';
import type { WorkingCalendar } from './working-calendar.js';

export const TERM_IDS = [
  'ordinary-meeting',
  'absence',
  'submission',
  'to-members',
  'urgent',
  'addition',
  'agenda-approval',
  'agenda-publication',
  'legal-examination',
  'regulatory-check',
  'rework',
  'minutes-signature',
  'dispatch',
  'order-dispatch',
  'publication',
  'higher-body',
  'extension-request',
  'contract-examination',
  'contract-changes',
  'termination-told',
  'termination-before-end',
  'month-plan-approval',
  'year-plan-approval',
  'year-plan-sent',
  'delegation-told',
  'outgoing-signature',
  'appeals-kept',
] as const;
/** What a term is about: `publication`. */
export type TermId = (typeof TERM_IDS)[number];

/** So many days, months or years after an event, or not later than so many before it. */
export interface CountedTerm {
  readonly unit: 'working' | 'calendar' | 'months' | 'years';
  readonly count: number;
  readonly direction: 'after' | 'before';
}
/** The first, second … day of the week (1 is Monday) of every month. */
export interface WeekdayTerm {
  readonly unit: 'weekday';
  readonly nth: number;
  readonly weekday: number;
}
/** A day of the month before the one that is meant; another one if that is February. */
export interface MonthDayTerm {
  readonly unit: 'month-day';
  readonly day: number;
  readonly february: number;
}
/** A month of the year before the one that is meant. */
export interface MonthTerm {
  readonly unit: 'month';
  readonly month: number;
}
/** Until a time of day; what comes later is of the next day. */
export interface HourTerm {
  readonly unit: 'hour';
  readonly until: string;
}

/** A term of the regulation as data, with the time it holds. */
export interface TermNorm {
  readonly id: TermId;
  /** What is to be done, in words of the clerk: `оприлюднення рішень і розпоряджень`. */
  readonly what: string;
  /** From or before what it is counted, in the genitive: `прийняття`. */
  readonly event: string;
  readonly rule: CountedTerm | WeekdayTerm | MonthDayTerm | MonthTerm | HourTerm;
  readonly clause: string;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly source: string;
}

/** How «not later than so many working days before» is read: with so many full working days between, or with the event's day counted against them. */
export const TERM_READINGS = ['safe', 'loose'] as const;
export type TermReading = (typeof TERM_READINGS)[number];

/** What terms are counted by: the norms and the working calendar of an office, which the world of a rule has, too. */
export interface TermWorld {
  readonly norms: { readonly terms: readonly TermNorm[]; readonly termReading: TermReading };
  readonly calendar: Pick<WorkingCalendar, 'addWorkingDays' | 'sameOrNext' | 'sameOrPrevious'>;
}

/** The last day of a term. */
export interface TermDay {
  /** By the reading that the office has chosen: the one to go by. */
  readonly due: LocalDate;
  /** By each reading; the same day where there is no doubt. */
  readonly safe: LocalDate;
  readonly loose: LocalDate;
  readonly direction: CountedTerm['direction'];
  readonly clause: string;
}

/** The rule of a term that is counted, on the day of an event: the row in force, else the oldest. Rows of the office stand before those of the law. */
export function countedTerm({ terms }: TermWorld['norms'], id: TermId, event: LocalDate): CountedTerm & { readonly clause: string } {
  const { rule, clause } = termNorm(terms, id, event);
  if (!('count' in rule)) throw new Error(`The term "${id}" is not one that is counted in days`);
  return { ...rule, clause };
}

/** The row of a term in force on a day, else the oldest. */
export function termNorm(terms: readonly TermNorm[], id: TermId, date: LocalDate): TermNorm {
  const rows = terms.filter((row) => row.id === id);
  const found = rows.find((row) => isWithin(date, row)) ?? rows.sort(byFrom)[0];
  if (found === undefined) throw new Error(`No term "${id}" among the norms`);
  return found;
}

/**
 * The last day of a term that is counted from an event. The event's own day is not counted (Civil Code, art. 253). A term after an event that ends on a day
 * of rest ends on the next day that is worked (art. 254 part 5); what must be done before an event is done on the last day that is worked. Of working days before
 * an event so many full ones lie between, by the safe reading; by the loose one the last of them is the day itself. Plain days have one reading, but for the day of rest.
 */
export function termDay(id: TermId, event: LocalDate, { norms, calendar }: TermWorld): TermDay {
  const { clause, ...rule } = countedTerm(norms, id, event);
  const days = rule.direction === 'after' ? sameDay(after(event, rule, calendar)) : before(event, rule, calendar);
  return { ...days, due: days[norms.termReading], direction: rule.direction, clause };
}

/**
 * Whether something was done later than its term allows. What is done on a day of rest before an event counts as done on the working day before it: no fewer
 * working days are left.
 */
export function isLate(
  done: LocalDate,
  { due, direction }: Pick<TermDay, 'due' | 'direction'>,
  { calendar }: Pick<TermWorld, 'calendar'>,
): boolean {
  return done > due && (direction === 'after' || calendar.sameOrPrevious(done) > due);
}

/** The oldest first; a row without a beginning has always held. */
const byFrom = (a: TermNorm, b: TermNorm): number => compare(a.from ?? '', b.from ?? '');
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const sameDay = (day: LocalDate) => ({ safe: day, loose: day });

function after(event: LocalDate, { unit, count }: CountedTerm, calendar: TermWorld['calendar']): LocalDate {
  return unit === 'working' ? calendar.addWorkingDays(event, count) : calendar.sameOrNext(shifted(event, unit, count));
}

function before(event: LocalDate, { unit, count }: CountedTerm, calendar: TermWorld['calendar']) {
  if (unit === 'working') return { safe: calendar.addWorkingDays(event, -(count + 1)), loose: calendar.addWorkingDays(event, -count) };
  const day = shifted(event, unit, -count);
  return { safe: calendar.sameOrPrevious(day), loose: day };
}

function shifted(event: LocalDate, unit: Exclude<CountedTerm['unit'], 'working'>, count: number): LocalDate {
  return unit === 'calendar' ? addDays(event, count) : addMonths(event, unit === 'years' ? 12 * count : count);
}
