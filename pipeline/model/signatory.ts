import { isWithin, type LocalDate } from './date.js';
import type { Person } from './draft.js';
import type { Office, Official } from './office.js';
import type { OfficialRole } from './roles.js';

/** Officials who have, or act in, one of some roles on a day; all if none is named. */
export function officialsOn(office: Office, date: LocalDate, ...roles: readonly OfficialRole[]): readonly Official[] {
  return office.officials.filter((official) => isWithin(date, official) && (roles.length === 0 || roles.includes(official.role)));
}

/** The official that a draft's signatory is on a day, by post and name; undefined if there is none with that authority. */
export function signatoryOn(office: Office, date: LocalDate, { post = '', name = '' }: Person): Official | undefined {
  const alike = officialsOn(office, date).filter((official) => isSpelledAlike(official.name, name) && isSpelledAlike(official.post, post));
  return alike.find((official) => office.signing.keys.some(({ id }) => id === official.key)) ?? alike[0];
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
