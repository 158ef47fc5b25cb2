const MONTHS = [
  'січень',
  'лютий',
  'березень',
  'квітень',
  'травень',
  'червень',
  'липень',
  'серпень',
  'вересень',
  'жовтень',
  'листопад',
  'грудень',
];

/** The name of a month, 1 to 12, in the nominative; empty for any other number. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}
