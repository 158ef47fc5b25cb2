import { describe, expect, test } from 'vitest';
import { type LocalDate, parseLocalDate } from '../../pipeline/model/date.js';
import {
  isOrdinaryMeeting,
  latestAgenda,
  latestSubmission,
  latestToMembers,
  latestUrgent,
  minutesDue,
  ordinaryMeeting,
  reworkDue,
} from '../../pipeline/model/meeting-terms.js';
import { monthPlanDue, yearPlanDue } from '../../pipeline/model/plan-terms.js';
import { isLate, TERM_IDS, type TermDay, type TermId, type TermNorm, type TermWorld, termDay } from '../../pipeline/model/term-norm.js';
import type { OwnDays } from '../../pipeline/model/working-calendar.js';
import { normsOn } from '../../pipeline/norms/norms.js';
import { TERMS } from '../../pipeline/norms/terms.js';
import { calendarOf } from '../../pipeline/wiring/calendar.js';

const day = (text: string): LocalDate => parseLocalDate(text) ?? expect.fail(`${text} is no day`);
const world = (ownDays: OwnDays = { off: [], working: [] }, norms: Parameters<typeof normsOn>[1] = {}): TermWorld => ({
  norms: normsOn(undefined, norms),
  calendar: calendarOf({ norms, ownDays }),
});
/** `01-05|01-06`: by the safe reading and by the loose one, one day where they agree. */
const shown = ({ safe, loose }: TermDay): string => (safe === loose ? safe.slice(5) : `${safe.slice(5)}|${loose.slice(5)}`);
const term = (id: TermId, event: string, by = world()) => shown(termDay(id, day(event), by));

/** Counted by hand: submission, to the members, agenda, urgent, meeting, rework, sending out, minutes, publication. */
const MEETINGS: Readonly<Record<number, readonly string[]>> = {
  2021: [
    '12-23|12-24  01-05|01-06  01-06|01-07  01-11        01-12  01-14  01-15  01-18  01-19',
    '01-25|01-26  02-03|02-04  02-04        02-08        02-09  02-11  02-12  02-15  02-16',
    '02-19|02-22  03-02|03-03  03-04        03-05|03-08  03-09  03-11  03-12  03-15  03-16',
    '03-29|03-30  04-07|04-08  04-08        04-12        04-13  04-15  04-16  04-19  04-20',
    '04-21|04-22  04-30|05-05  05-06        05-07|05-10  05-11  05-13  05-14  05-17  05-18',
    '05-24|05-25  06-02|06-03  06-03        06-07        06-08  06-10  06-11  06-14  06-15',
    '06-25|06-29  07-07|07-08  07-08        07-12        07-13  07-15  07-16  07-19  07-20',
    '07-26|07-27  08-04|08-05  08-05        08-09        08-10  08-12  08-13  08-16  08-17',
    '08-30|08-31  09-08|09-09  09-09        09-13        09-14  09-16  09-17  09-20  09-21',
    '09-27|09-28  10-06|10-07  10-07        10-11        10-12  10-15  10-15  10-18  10-20',
    '10-25|10-26  11-03|11-04  11-04        11-08        11-09  11-11  11-12  11-15  11-16',
    '11-29|11-30  12-08|12-09  12-09        12-13        12-14  12-16  12-17  12-20  12-21',
  ],
  // Martial law: holidays are worked, so that every meeting has the same week.
  2023: [
    '12-26|12-27  01-04|01-05  01-05        01-09        01-10  01-12  01-13  01-16  01-17',
    '01-30|01-31  02-08|02-09  02-09        02-13        02-14  02-16  02-17  02-20  02-21',
    '02-27|02-28  03-08|03-09  03-09        03-13        03-14  03-16  03-17  03-20  03-21',
    '03-27|03-28  04-05|04-06  04-06        04-10        04-11  04-13  04-14  04-17  04-18',
    '04-24|04-25  05-03|05-04  05-04        05-08        05-09  05-11  05-12  05-15  05-16',
    '05-29|05-30  06-07|06-08  06-08        06-12        06-13  06-15  06-16  06-19  06-20',
    '06-26|06-27  07-05|07-06  07-06        07-10        07-11  07-13  07-14  07-17  07-18',
    '07-24|07-25  08-02|08-03  08-03        08-07        08-08  08-10  08-11  08-14  08-15',
    '08-28|08-29  09-06|09-07  09-07        09-11        09-12  09-14  09-15  09-18  09-19',
    '09-25|09-26  10-04|10-05  10-05        10-09        10-10  10-12  10-13  10-16  10-17',
    '10-30|10-31  11-08|11-09  11-09        11-13        11-14  11-16  11-17  11-20  11-21',
    '11-27|11-28  12-06|12-07  12-07        12-11        12-12  12-14  12-15  12-18  12-19',
  ],
};

describe('terms of the twelve ordinary meetings', () => {
  test.each(Object.keys(MEETINGS).map(Number))('of %i are those counted by hand', (year) => {
    const by = world();
    const computed = MEETINGS[year]?.map((_, month) => {
      const meeting = ordinaryMeeting(year, month + 1, by);
      return [
        shown(latestSubmission(meeting, by)),
        shown(latestToMembers(meeting, by)),
        shown(latestAgenda(meeting, by)).padEnd(11),
        shown(latestUrgent(meeting, by)).padEnd(11),
        meeting.slice(5),
        shown(reworkDue(meeting, by)),
        term('dispatch', meeting),
        shown(minutesDue(meeting, by)),
        term('publication', meeting),
      ].join('  ');
    });
    expect(computed).toEqual(MEETINGS[year]);
  });

  test('are on second Tuesdays only', () => {
    expect(['2021-01-12', '2021-01-19', '2021-01-05'].map((date) => isOrdinaryMeeting(day(date), world()))).toEqual([true, false, false]);
  });
});

describe('a term', () => {
  // In 2021 holidays are kept and days of rest move; in 2023 they are worked.
  test.each<[TermId, event: string, last: string, event: string, last: string]>([
    ['absence', '2021-03-09', '03-05|03-08', '2023-03-09', '03-08'],
    ['addition', '2021-05-05', '04-30|05-04', '2023-05-05', '05-04'],
    ['agenda-publication', '2021-05-06', '05-14', '2023-05-04', '05-11'],
    ['legal-examination', '2021-04-29', '05-05', '2023-04-27', '05-01'],
    ['regulatory-check', '2021-04-29', '05-05', '2023-04-29', '05-04'],
    ['order-dispatch', '2021-06-18', '06-22', '2023-06-02', '06-05'],
    ['publication', '2021-04-29', '05-11', '2023-04-28', '05-05'],
    ['higher-body', '2021-01-29', '03-01', '2023-01-29', '02-28'],
    ['extension-request', '2021-05-06', '04-30|05-03', '2023-05-06', '05-03'],
    ['contract-examination', '2021-08-10', '08-25', '2023-08-10', '08-24'],
    ['contract-changes', '2021-06-14', '06-22', '2023-06-14', '06-21'],
    ['termination-told', '2021-01-31', '03-01', '2023-01-31', '02-28'],
    ['termination-before-end', '2021-06-09', '05-07|05-09', '2023-06-09', '05-09'],
    ['year-plan-sent', '2021-12-24', '12-28', '2023-12-22', '12-25'],
    ['delegation-told', '2021-10-11', '10-15', '2023-10-11', '10-16'],
  ])('%s, counted by hand with and without holidays', (id, before, last, under, same) => {
    expect([term(id, before), term(id, under)]).toEqual([last, same]);
  });

  test('is counted by the days off and the working days that an office has ordered', () => {
    const own = world({ off: [day('2021-01-08')], working: [day('2021-01-16')] });
    expect(term('submission', '2021-01-12', own)).toBe('12-22|12-23');
    expect(term('publication', '2021-01-12', own)).toBe('01-18');
  });

  test('is due by the safe reading, or by the loose one where the office goes by it', () => {
    const by = (termReading?: 'loose') => latestSubmission(day('2021-02-09'), world(undefined, termReading && { termReading })).due;
    expect([by(), by('loose')]).toEqual(['2021-01-25', '2021-01-26']);
  });

  test('of the office holds before ours in its time, and ours outside it', () => {
    const [ours] = TERMS.filter(({ id }) => id === 'publication');
    const terms: readonly TermNorm[] = [
      { ...(ours ?? expect.fail('no term')), rule: { unit: 'working', count: 3, direction: 'after' }, from: day('2023-01-01') },
    ];
    const by = world(undefined, { terms });
    expect([term('publication', '2021-01-12', by), term('publication', '2023-01-10', by)]).toEqual(['01-19', '01-13']);
  });

  test('is kept by what is done on a day of rest with as many working days left', () => {
    const last = latestSubmission(day('2021-02-08'), world());
    const late = (date: string) => isLate(day(date), last, world());
    expect([last.due, late('2021-01-24'), late('2021-01-25')]).toEqual(['2021-01-22', false, true]);
  });
});

test('what is done on a day of rest after its last day is late', () => {
  const last = minutesDue(day('2021-01-31'), world());
  expect([last.due, isLate(day('2021-02-05'), last, world()), isLate(day('2021-02-06'), last, world())]).toEqual([
    '2021-02-05',
    false,
    true,
  ]);
});

describe('the plan', () => {
  test('of a month is due on the 29th of the month before, on the 26th of February, or on the last working day before it', () => {
    const by = (year: number, month: number) => shown(monthPlanDue(year, month, world()));
    expect([by(2021, 1), by(2021, 3), by(2021, 6), by(2023, 3), by(2023, 11)]).toEqual([
      '12-29',
      '02-26',
      '05-28|05-29',
      '02-24|02-26',
      '10-27|10-29',
    ]);
  });

  test('of a year is approved in the December before', () => {
    expect([2022, 2023].map((year) => shown(yearPlanDue(year, world())))).toEqual(['12-31', '12-30|12-31']);
  });
});

test('every term has a row with its clause', () => {
  expect(TERM_IDS.filter((id) => !TERMS.some((row) => row.id === id && /^\d/.test(row.clause)))).toEqual([]);
});
