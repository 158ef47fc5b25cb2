import { type LocalDate, toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import { type isOrdinaryMeeting, latestSubmission, ordinaryMeeting } from '../model/meeting-terms.js';
import type { Rule } from '../model/rule.js';
import { isLate, type TermWorld } from '../model/term-norm.js';
import { awaitedMeeting } from './draft/awaited-meeting.js';

/**
 * R 5.14: a project handed in later than ten working days before the next ordinary meeting waits for the one after it, unless it is urgent. Which meeting it goes to
 * the agenda decides, so this warns; a version of a project that an agenda names is an addition to it (R 5.18).
 */
export const submittedLate: Rule = {
  id: ruleId('5.14-late'),
  clause: '5.14',
  severity: 'warn',
  needs: 'register',
  appliesTo: (traits) => traits.project && traits.issuer === 'committee',
  async check({ content: { id, submitted, urgent } }, world) {
    if (submitted === undefined || urgent !== undefined || (await awaitedMeeting(id, world)) !== undefined) return [];
    const next = nextMeeting(submitted, world);
    const { due } = latestSubmission(next, world);
    if (!isLate(submitted, { due, direction: 'before' }, world)) return [];
    const meeting = meetingInTime(next, submitted, world);
    return [
      {
        at: '/submitted',
        message: `Проєкт подано ${toDigitalStyle(submitted)}, а до чергового засідання ${toDigitalStyle(next)} проєкти подавали по ${toDigitalStyle(due)}`,
        expected: `розгляд на засіданні ${toDigitalStyle(meeting)}`,
        hint: 'Якщо питання вимагає оперативного вирішення, обґрунтуйте терміновість і додайте дозвіл (поле urgent).',
      },
    ];
  },
};

/** The first ordinary meeting after a day. */
function nextMeeting(after: LocalDate, world: TermWorld & Parameters<typeof isOrdinaryMeeting>[1]): LocalDate {
  const [year, month] = [Number(after.slice(0, 4)), Number(after.slice(5, 7))];
  const ofMonth = ordinaryMeeting(year, month, world);
  if (ofMonth > after) return ofMonth;
  return month === 12 ? ordinaryMeeting(year + 1, 1, world) : ordinaryMeeting(year, month + 1, world);
}

/** The first ordinary meeting from this one on for which it is not late. */
function meetingInTime(from: LocalDate, submitted: LocalDate, world: Parameters<typeof nextMeeting>[1]): LocalDate {
  let meeting = from;
  while (isLate(submitted, latestSubmission(meeting, world), world)) meeting = nextMeeting(meeting, world);
  return meeting;
}
