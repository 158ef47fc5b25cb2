/** A calendar day without a time zone, always `yyyy-mm-dd` and always a day that exists. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** Reads `yyyy-mm-dd`; undefined for anything else, days that do not exist included. */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const parsed = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime())) return undefined;
  return parsed.toISOString().slice(0, 10) === text && text > '0000-12-31' ? (text as LocalDate) : undefined;
}

/** The calendar year a date falls in. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** Digital style of a date as ДСТУ 4163:2020 permits it: `19.01.2021`. */
export function toDigitalStyle(date: LocalDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** True if `date` lies in the closed interval; an absent bound is open. */
export function isWithin(
  date: LocalDate,
  interval: { readonly from?: LocalDate | undefined; readonly to?: LocalDate | undefined },
): boolean {
  return (interval.from === undefined || interval.from <= date) && (interval.to === undefined || date <= interval.to);
}

/** The calendar day an instant falls on in an IANA time zone, e.g. `Europe/Kyiv`. */
export function localDateAt(instant: Date, timeZone: string): LocalDate {
  return localAt(instant, timeZone).slice(0, 10) as LocalDate;
}

/** The time of day of an instant in an IANA time zone: `09:05:00`. */
export function localTimeAt(instant: Date, timeZone: string): string {
  return localAt(instant, timeZone).slice(12);
}

/** `2021-01-19, 09:05:00`. */
function localAt(instant: Date, timeZone: string): string {
  let format = FORMATS.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, ...DIGITS });
    FORMATS.set(timeZone, format);
  }
  return format.format(instant);
}

const DIGITS = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
} as const;
/** Making one takes a hundred times as long as using it. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** The day so many calendar days later, or earlier. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10) as LocalDate;
}

/** 1 for Monday … 7 for Sunday (ISO 8601). */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** The same day of the month so many months later, or its last day where it is shorter (Civil Code, art. 254). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate())))
    .toISOString()
    .slice(0, 10) as LocalDate;
}

/** Calendar days from one day to another; negative if the other is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
