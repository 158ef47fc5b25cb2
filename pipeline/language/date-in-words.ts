const MONTHS = ['січня', 'лютого', 'березня', 'квітня', 'травня', 'червня', 'липня', 'серпня', 'вересня', 'жовтня', 'листопада', 'грудня'];

/** A day, `yyyy-mm-dd`, in the verbal and numeric style of ДСТУ 4163:2020: `09 січня 2021 року`. */
export function dateInWords(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date} ${MONTHS[Number(month) - 1]} ${year} року`;
}
