import { type LocalDate, localDateAt, yearOf } from '../model/date.js';
import { ordinaryMeeting } from '../model/meeting-terms.js';
import { monthPlanDue, yearPlanDue } from '../model/plan-terms.js';
import { type TermDay, type TermId, type TermWorld, termDay, termNorm } from '../model/term-norm.js';
import type { DayKind } from '../model/working-calendar.js';
import { calendarOf, termsOf } from './calendar.js';
import { systemClock } from './clock.js';
import { readOffice } from './office-here.js';

/** A term that runs from a day or ends before it. */
export interface DatedTerm extends TermDay {
  readonly term: TermId;
  /** In words of the clerk. */
  readonly what: string;
}

/** A meeting with every last day before and after it. */
export interface MeetingDay {
  readonly meeting: LocalDate;
  /** What the working calendar says of the day itself. */
  readonly day: DayKind;
  readonly terms: readonly DatedTerm[];
}

/** The last day for a plan of a year, `2022`, or of a month, `2022-03`. */
export interface PlanDay extends DatedTerm {
  readonly of: string;
}

/** Terms that a meeting sets, in the order in which they come. */
const OF_MEETING: readonly TermId[] = [
  ...(['submission', 'to-members', 'agenda-approval', 'absence', 'urgent', 'addition'] as const),
  ...(['rework', 'dispatch', 'minutes-signature', 'publication'] as const),
];
const MONTHS = 12;

/** The ordinary meetings of a year, or one meeting on a day, with their terms by the working calendar of an office; and the plans of a year and of its months. */
export async function meetingCalendar(
  directory: string,
  asked: { readonly year?: number | undefined; readonly meeting?: LocalDate | undefined },
): Promise<{ readonly meetings: readonly MeetingDay[]; readonly plans: readonly PlanDay[] }> {
  const office = await readOffice(directory);
  const calendar = calendarOf(office);
  const worldOn = (date: LocalDate): TermWorld => ({ ...termsOf(office, date), calendar });
  const dayOf = (meeting: LocalDate): MeetingDay => {
    const world = worldOn(meeting);
    const terms = OF_MEETING.map((id) => dated(id, meeting, world, termDay(id, meeting, world)));
    return { meeting, day: calendar.kindOf(meeting), terms };
  };
  if (asked.meeting !== undefined) return { meetings: [dayOf(asked.meeting)], plans: [] };
  const year = asked.year ?? yearOf(localDateAt(systemClock.now(), office.timezone));
  const first = `${year}-01-01` as LocalDate;
  const world = worldOn(first);
  const months = Array.from({ length: MONTHS }, (_, index) => index + 1);
  return {
    meetings: months.map((month) => dayOf(ordinaryMeeting(year, month, world))),
    plans: [
      { of: String(year), ...dated('year-plan-approval', first, world, yearPlanDue(year, world)) },
      ...months.map((month) => ({
        of: `${year}-${String(month).padStart(2, '0')}`,
        ...dated('month-plan-approval', first, world, monthPlanDue(year, month, world)),
      })),
    ],
  };
}

function dated(term: TermId, date: LocalDate, { norms }: TermWorld, day: TermDay): DatedTerm {
  return { term, what: termNorm(norms.terms, term, date).what, ...day };
}
