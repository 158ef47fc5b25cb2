import { addDays, isWithin, type LocalDate, weekdayOf, yearOf } from './date.js';

/** A holiday of the law: on a day of the year, `01-07`, or so many days after Easter. */
export interface HolidayRow {
  readonly name: string;
  readonly day?: string | undefined;
  readonly afterEaster?: number | undefined;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly source: string;
  readonly mark: 'read' | 'known';
}

/** A time in which holidays are working days and no day off is moved: martial law. An absent end is one that is not known yet. */
export interface HolidayFreeRegime {
  readonly name: string;
  readonly from: LocalDate;
  readonly to?: LocalDate | undefined;
  readonly source: string;
  readonly mark: 'read' | 'known';
}

/** What the body itself ordered: days off, and days of rest on which it works. */
export interface OwnDays {
  readonly off: readonly LocalDate[];
  readonly working: readonly LocalDate[];
}

/** What a day is: `moved` is a day off that stands for one which a holiday took. */
export type DayKind = 'working' | 'weekend' | 'holiday' | 'moved' | 'own-off' | 'own-working';

export interface CalendarFacts {
  readonly holidays: readonly HolidayRow[];
  readonly regimes: readonly HolidayFreeRegime[];
  readonly own: OwnDays;
  easterOf(year: number): LocalDate;
}

/** Which days are worked (КЗпП, art. 67, 73), and terms counted by them (Civil Code, art. 253–255: the day of the event is not counted). */
export interface WorkingCalendar {
  kindOf(date: LocalDate): DayKind;
  isWorking(date: LocalDate): boolean;
  /** The `count`-th working day after a date, before it if negative. */
  addWorkingDays(date: LocalDate, count: number): LocalDate;
  /** The date itself if it is worked, else the next day that is: the end of a term (Civil Code, art. 254 part 5). */
  sameOrNext(date: LocalDate): LocalDate;
  /** The date itself if it is worked, else the last day before it that is: what must be done not later than so long before an event. */
  sameOrPrevious(date: LocalDate): LocalDate;
  /** Full working days that lie strictly between two dates. */
  workingDaysBetween(from: LocalDate, to: LocalDate): number;
}

export function workingCalendar({ holidays, regimes, own, easterOf }: CalendarFacts): WorkingCalendar {
  const isFreeOfHolidays = (date: LocalDate): boolean => regimes.some((regime) => isWithin(date, regime));
  const years = new Map<number, ReadonlySet<LocalDate>>();
  const holidaysIn = (year: number): ReadonlySet<LocalDate> => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const easter = easterOf(year);
    const days = holidays.flatMap((row) => {
      const date = row.day === undefined ? addDays(easter, row.afterEaster ?? 0) : (`${year}-${row.day}` as LocalDate);
      return isWithin(date, row) && !isFreeOfHolidays(date) ? [date] : [];
    });
    const set = new Set(days);
    years.set(year, set);
    return set;
  };
  const isHoliday = (date: LocalDate): boolean => holidaysIn(yearOf(date)).has(date);
  const isWeekend = (date: LocalDate): boolean => weekdayOf(date) > 5;
  /** Whether a day stands for one of rest that a holiday took: the days off of one weekend move one after the other (art. 67 part 3). */
  const isMoved = (date: LocalDate): boolean => {
    if (isWeekend(date) || isHoliday(date) || isFreeOfHolidays(date)) return false;
    let owed = 0;
    // Ten days reach back over the longest row of days off there is.
    for (let day = addDays(date, -10); day <= date; day = addDays(day, 1)) {
      if (isWeekend(day)) owed += isHoliday(day) ? 1 : 0;
      else if (!isHoliday(day) && owed > 0) {
        if (day === date) return true;
        owed -= 1;
      }
    }
    return false;
  };
  const kindOf = (date: LocalDate): DayKind => {
    if (own.off.includes(date)) return 'own-off';
    if (own.working.includes(date)) return 'own-working';
    if (isHoliday(date)) return 'holiday';
    if (isWeekend(date)) return 'weekend';
    return isMoved(date) ? 'moved' : 'working';
  };
  const isWorking = (date: LocalDate): boolean => kindOf(date).endsWith('working');
  const nearest = (date: LocalDate, step: 1 | -1): LocalDate => {
    let day = date;
    while (!isWorking(day)) day = addDays(day, step);
    return day;
  };
  return {
    kindOf,
    isWorking,
    addWorkingDays(date, count) {
      const step = count < 0 ? -1 : 1;
      let day = date;
      for (let left = Math.abs(count); left > 0; left -= 1) day = nearest(addDays(day, step), step);
      return day;
    },
    sameOrNext: (date) => nearest(date, 1),
    sameOrPrevious: (date) => nearest(date, -1),
    workingDaysBetween(from, to) {
      let days = 0;
      for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) if (isWorking(day)) days += 1;
      return days;
    },
  };
}
