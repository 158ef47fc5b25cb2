import type { Remark } from '../../model/finding.js';
import type { Person } from '../../model/person.js';
import { isSpelledAlike } from '../../model/signatory.js';

/** What lacks of somebody whom a document must name by post and name; `who` in the accusative: `того, хто здав справи`. */
export function personRemarks(person: Person | undefined, at: string, who: string, hint: string): Remark[] {
  if (person?.post !== undefined && person.name !== undefined) return [];
  const lacks = person === undefined ? '' : person.post === undefined ? ': немає посади (post)' : ': немає імені (name)';
  return [{ at, message: `Не названо ${who} (${at.slice(1).replaceAll('/', '.')})${lacks}`, expected: 'посада, імʼя та прізвище', hint }];
}

/** What is wrong where who gives cases takes them, too. */
export function samePersonRemarks(giver: Person | undefined, receiver: Person | undefined): Remark[] {
  if (giver?.name === undefined || receiver?.name === undefined || !isSpelledAlike(giver.name, receiver.name)) return [];
  return [{ at: '/receiver/name', message: 'Справи здає і приймає та сама особа', expected: 'дві різні особи', hint: 'Виправте імена.' }];
}
