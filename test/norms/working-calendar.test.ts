import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate } from '../../pipeline/model/date.js';
import { type CalendarFacts, workingCalendar } from '../../pipeline/model/working-calendar.js';
import { easterOf } from '../../pipeline/norms/easter.js';
import { HOLIDAYS, REGIMES } from '../../pipeline/norms/holidays.js';

const day = (text: string): LocalDate => text as LocalDate;
const calendar = (facts: Partial<CalendarFacts> = {}) =>
  workingCalendar({ holidays: HOLIDAYS, regimes: REGIMES, own: { off: [], working: [] }, easterOf, ...facts });
const daysOff = (from: string, to: string, facts?: Partial<CalendarFacts>): string[] => {
  const found: string[] = [];
  const { kindOf } = calendar(facts);
  for (let date = day(from); date <= to; date = addDays(date, 1)) {
    const kind = kindOf(date);
    if (kind !== 'working' && kind !== 'weekend') found.push(`${date} ${kind}`);
  }
  return found;
};

describe('days', () => {
  test('of 2021: holidays of the law, and Mondays and Tuesdays to which days of rest moved', () => {
    expect(daysOff('2021-01-01', '2021-12-31')).toEqual([
      '2021-01-01 holiday',
      '2021-01-07 holiday',
      '2021-03-08 holiday',
      '2021-05-01 holiday',
      '2021-05-02 holiday',
      '2021-05-03 moved',
      '2021-05-04 moved',
      '2021-05-09 holiday',
      '2021-05-10 moved',
      '2021-06-20 holiday',
      '2021-06-21 moved',
      '2021-06-28 holiday',
      '2021-08-24 holiday',
      '2021-10-14 holiday',
      '2021-12-25 holiday',
      '2021-12-27 moved',
    ]);
  });

  test('of 2016, when 2 May was a holiday, too: one Sunday is owed, and moves behind it', () => {
    expect(daysOff('2016-04-28', '2016-05-12')).toEqual([
      '2016-05-01 holiday',
      '2016-05-02 holiday',
      '2016-05-03 moved',
      '2016-05-09 holiday',
    ]);
  });

  test('under martial law only Saturdays and Sundays are free', () => {
    expect(daysOff('2022-03-24', '2025-12-31')).toEqual([]);
  });

  test('of a year after martial law are those of the new list, with no 7 January and no 9 May', () => {
    const regimes = REGIMES.map((regime) => ({ ...regime, to: day('2026-12-31') }));
    expect(daysOff('2027-01-01', '2027-12-31', { regimes })).toEqual([
      '2027-01-01 holiday',
      '2027-03-08 holiday',
      '2027-05-01 holiday',
      '2027-05-02 holiday',
      '2027-05-03 moved',
      '2027-05-04 moved',
      '2027-05-08 holiday',
      '2027-05-10 moved',
      '2027-06-20 holiday',
      '2027-06-21 moved',
      '2027-06-28 holiday',
      '2027-07-15 holiday',
      '2027-08-24 holiday',
      '2027-10-01 holiday',
      '2027-12-25 holiday',
      '2027-12-27 moved',
    ]);
  });

  test('that the body itself ordered come before everything', () => {
    const own = { off: [day('2021-01-08')], working: [day('2021-01-16')] };
    expect(daysOff('2021-01-08', '2021-01-20', { own })).toEqual(['2021-01-08 own-off', '2021-01-16 own-working']);
  });
});

describe('terms', () => {
  test('of working days do not count the day of the event, nor days of rest', () => {
    const { addWorkingDays } = calendar();
    expect(addWorkingDays(day('2021-04-29'), 5)).toBe('2021-05-11');
    expect(addWorkingDays(day('2021-05-11'), -5)).toBe('2021-04-29');
    expect(addWorkingDays(day('2023-04-28'), 5)).toBe('2023-05-05');
  });

  test('whose last day is one of rest end on the next that is worked, and what must be done before an event on the last before it', () => {
    const { sameOrNext, sameOrPrevious } = calendar();
    expect(sameOrNext(day('2021-05-01'))).toBe('2021-05-05');
    expect(sameOrPrevious(day('2021-05-04'))).toBe('2021-04-30');
    expect(sameOrNext(day('2021-01-19'))).toBe('2021-01-19');
  });

  test('full working days between publication and meeting leave both out', () => {
    expect(calendar().workingDaysBetween(day('2021-01-04'), day('2021-01-19'))).toBe(9);
    expect(calendar().workingDaysBetween(day('2023-01-04'), day('2023-01-19'))).toBe(10);
  });
});
