const MONTH = new Intl.DateTimeFormat('uk', { month: 'long', timeZone: 'UTC' });

/** The name of a month, 1 to 12, in the nominative: `січень`; empty for any other number. */
export function monthName(month: number): string {
  return month >= 1 && month <= 12 ? MONTH.format(Date.UTC(2000, month - 1)) : '';
}
