import { addDays, type LocalDate, weekdayOf } from './date.js';
import { type TermDay, type TermWorld, termDay, termNorm } from './term-norm.js';

/** The last day on which a member says that he cannot come (R 4.3). */
export const latestAbsence = (meeting: LocalDate, world: TermWorld): TermDay => termDay('absence', meeting, world);

/** The last day on which a project comes to the general department and on the site (R 5.14). */
export const latestSubmission = (meeting: LocalDate, world: TermWorld): TermDay => termDay('submission', meeting, world);

/** The last day on which the members get the projects (R 4.6, 5.17). */
export const latestToMembers = (meeting: LocalDate, world: TermWorld): TermDay => termDay('to-members', meeting, world);

/** The last day on which an urgent project may be brought in (R 5.17). */
export const latestUrgent = (meeting: LocalDate, world: TermWorld): TermDay => termDay('urgent', meeting, world);

/** The last day on which an addition to a project comes to the general department (R 5.18). */
export const latestAddition = (meeting: LocalDate, world: TermWorld): TermDay => termDay('addition', meeting, world);

/** The last day on which the head approves the agenda (R 4.8). */
export const latestAgenda = (meeting: LocalDate, world: TermWorld): TermDay => termDay('agenda-approval', meeting, world);

/** The last day on which an agenda is made public, from its approval (R 4.8). */
export const agendaPublicationDue = (approved: LocalDate, world: TermWorld): TermDay => termDay('agenda-publication', approved, world);

/** The last day on which the minutes go to the head (R 4.13). */
export const minutesDue = (meeting: LocalDate, world: TermWorld): TermDay => termDay('minutes-signature', meeting, world);

/** The last day on which a text adopted with remarks is mended, visaed and given to the head (R 6.3). */
export const reworkDue = (meeting: LocalDate, world: TermWorld): TermDay => termDay('rework', meeting, world);

/** The last day of the legal examination of a project, from the day it came (R 10.3). */
export const legalExaminationDue = (received: LocalDate, world: TermWorld): TermDay => termDay('legal-examination', received, world);

/** The last day on which whoever watches over regulatory acts gives the conclusion on one, from the day it came (R 5.19). */
export const regulatoryCheckDue = (received: LocalDate, world: TermWorld): TermDay => termDay('regulatory-check', received, world);

/** The day of a month's ordinary meeting: its second Tuesday (R 4.2), whether it is worked or not. */
export function ordinaryMeeting(year: number, month: number, { norms: { terms } }: Pick<TermWorld, 'norms'>): LocalDate {
  const first = `${year}-${String(month).padStart(2, '0')}-01` as LocalDate;
  const { rule } = termNorm(terms, 'ordinary-meeting', first);
  if (rule.unit !== 'weekday') throw new Error('The ordinary meeting is on a day of the week');
  return addDays(first, ((rule.weekday - weekdayOf(first) + 7) % 7) + 7 * (rule.nth - 1));
}

/** Whether a day is that of its month's ordinary meeting. */
export function isOrdinaryMeeting(date: LocalDate, world: Pick<TermWorld, 'norms'>): boolean {
  return date === ordinaryMeeting(Number(date.slice(0, 4)), Number(date.slice(5, 7)), world);
}
