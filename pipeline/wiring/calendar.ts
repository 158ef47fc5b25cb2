import type { Office } from '../model/office.js';
import { type WorkingCalendar, workingCalendar } from '../model/working-calendar.js';
import { easterOf } from '../norms/easter.js';
import { normsOn } from '../norms/norms.js';

/** The working calendar of an office: the holidays of the law as it knows them, martial law, and its own days. */
export function calendarOf({ norms, ownDays }: Pick<Office, 'norms' | 'ownDays'>): WorkingCalendar {
  const { holidays, regimes } = normsOn(undefined, norms);
  return workingCalendar({ holidays, regimes, own: ownDays, easterOf });
}
