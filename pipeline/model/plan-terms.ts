import { type LocalDate, yearOf } from './date.js';
import { type TermDay, type TermWorld, termNorm } from './term-norm.js';

const FEBRUARY = 2;

/** The last day on which the plan of a month goes to the head for approval: a day of the month before (R 3.9), or the last worked one before it. */
export function monthPlanDue(year: number, month: number, { norms, calendar }: TermWorld): TermDay {
  const [ofYear, before] = month === 1 ? [year - 1, 12] : [year, month - 1];
  const first = `${ofYear}-${String(before).padStart(2, '0')}-01` as LocalDate;
  const { rule, clause } = termNorm(norms.terms, 'month-plan-approval', first);
  if (rule.unit !== 'month-day') throw new Error('The plan of a month is due on a day of a month');
  const day = before === FEBRUARY ? rule.february : rule.day;
  const loose = `${first.slice(0, 8)}${String(day).padStart(2, '0')}` as LocalDate;
  const days = { safe: calendar.sameOrPrevious(loose), loose };
  return { ...days, due: days[norms.termReading], direction: 'before', clause };
}

/** The last day on which the plan of a year may be approved: of the month of the year before that R 3.4 names. */
export function yearPlanDue(year: number, { norms, calendar }: TermWorld): TermDay {
  const eve = `${year - 1}-12-31` as LocalDate;
  const { rule, clause } = termNorm(norms.terms, 'year-plan-approval', eve);
  if (rule.unit !== 'month') throw new Error('The plan of a year is approved in a month');
  const last = new Date(Date.UTC(yearOf(eve), rule.month, 0)).toISOString().slice(0, 10) as LocalDate;
  const days = { safe: calendar.sameOrPrevious(last), loose: last };
  return { ...days, due: days[norms.termReading], direction: 'before', clause };
}
