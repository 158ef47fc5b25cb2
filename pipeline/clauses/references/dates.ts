import type { Token } from './tokens.js';

const MONTHS = ['січн', 'лют', 'берез', 'квітн', 'трав', 'черв', 'лип', 'серп', 'верес', 'жовт', 'листопад', 'груд'];

/** The date of an act at token `at`, `dd.mm.yyyy`, from `21.05.1997 року` or `21 травня 1997 року`. */
export function actDateAt(all: readonly Token[], at: number): { readonly date: string; readonly next: number } | undefined {
  const token = all[at];
  if (token?.is !== 'number') return undefined;
  const digital = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(token.text);
  if (digital !== null) {
    const [, day = '', month = '', year = ''] = digital;
    return { date: `${day.padStart(2, '0')}.${month.padStart(2, '0')}.${year}`, next: afterYear(all, at + 1) };
  }
  const month = MONTHS.findIndex((stem) => all[at + 1]?.is === 'word' && all[at + 1]?.text.startsWith(stem));
  const year = all[at + 2]?.text ?? '';
  if (month < 0 || !/^\d{4}$/u.test(year)) return undefined;
  return { date: `${token.text.padStart(2, '0')}.${String(month + 1).padStart(2, '0')}.${year}`, next: afterYear(all, at + 3) };
}

function afterYear(all: readonly Token[], at: number): number {
  const word = all[at]?.text ?? '';
  if (!/^(?:року|р)$/u.test(word)) return at;
  return word === 'р' && all[at + 1]?.text === '.' ? at + 2 : at + 1;
}
