import type { LocalDate } from '../model/date.js';
import type { Office } from '../model/office.js';
import type { TermWorld } from '../model/term-norm.js';
import { type WorkingCalendar, workingCalendar } from '../model/working-calendar.js';
import { easterOf } from '../norms/easter.js';
import { normsOn } from '../norms/norms.js';

/** The working calendar of an office: the holidays of the law as it knows them, martial law, and its own days. */
export function calendarOf({ norms, ownDays }: Pick<Office, 'norms' | 'ownDays'>): WorkingCalendar {
  const { holidays, regimes } = normsOn(undefined, norms);
  return workingCalendar({ holidays, regimes, own: ownDays, easterOf });
}

/** What the terms of an office are counted by on a day. */
export function termsOf(office: Pick<Office, 'norms' | 'ownDays'>, date: LocalDate): TermWorld {
  return { norms: normsOn(date, office.norms), calendar: calendarOf(office) };
}
