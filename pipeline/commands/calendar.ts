import { EXIT, type ExitCode } from '../exit-code.js';
import { type LocalDate, toDigitalStyle } from '../model/date.js';
import { type DatedTerm, type MeetingDay, meetingCalendar, type PlanDay } from '../wiring/meeting-calendar.js';
import { say, sayJson } from './say.js';

/** Prints the meetings of a year, or one of them, with the last day of every term before and after each. */
export async function calendar(
  directory: string,
  asked: { readonly year?: number | undefined; readonly meeting?: LocalDate | undefined },
  json: boolean,
): Promise<ExitCode> {
  const found = await meetingCalendar(directory, asked);
  if (json) sayJson(found);
  else for (const line of [...found.meetings.flatMap(meetingLines), ...found.plans.map(planLine)]) say(line);
  return EXIT.done;
}

function meetingLines({ meeting, day, terms }: MeetingDay): string[] {
  const { before, after } = { before: terms.filter(isBefore), after: terms.filter((term) => !isBefore(term)) };
  const note = day === 'working' || day === 'own-working' ? '' : `, ${day}`;
  return [...before.map(termLine), `${toDigitalStyle(meeting)}  MEETING${note}`, ...after.map(termLine), ''];
}

const isBefore = ({ direction }: DatedTerm): boolean => direction === 'before';

function termLine(term: DatedTerm): string {
  return `  ${daysOf(term).padEnd(25)}  R ${term.clause.padEnd(10)}  ${term.what}`;
}

function planLine(term: PlanDay): string {
  return `${term.of.padEnd(8)}  ${daysOf(term).padEnd(25)}  R ${term.clause.padEnd(10)}  ${term.what}`;
}

/** By the reading to go by, then by the other one, where they differ. */
function daysOf({ due, safe, loose }: DatedTerm): string {
  const other = due === safe ? loose : safe;
  return `${toDigitalStyle(due)}${other === due ? '' : ` (${toDigitalStyle(other)})`}`;
}
