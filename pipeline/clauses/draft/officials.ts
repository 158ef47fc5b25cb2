import { isWithin, type LocalDate } from '../../model/date.js';
import type { Office, Official } from '../../model/office.js';

/** Officials who may sign for the body on a day. */
export function signersOn(office: Office, date: LocalDate): readonly Official[] {
  return office.officials.filter((official) => isWithin(date, official));
}

/** Whether two spellings of a name or a post are one: capitals, apostrophes and spaces do not count. */
export function isSpelledAlike(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['’‘`´ʼ]/gu, 'ʼ')
    .replaceAll(/[\s\u00A0]+/gu, ' ')
    .trim();
}
