import type { Remark } from '../../model/finding.js';
import type { Person } from '../../model/person.js';

/** What lacks of somebody whom a document must name by post and name; `who` in the accusative: `того, хто здав справи`. */
export function personRemarks(person: Person | undefined, at: string, who: string, hint: string): Remark[] {
  if (person?.post !== undefined && person.name !== undefined) return [];
  const lacks = person === undefined ? '' : person.post === undefined ? ': немає посади (post)' : ': немає імені (name)';
  return [{ at, message: `Не названо ${who} (${at.slice(1).replaceAll('/', '.')})${lacks}`, expected: 'посада, імʼя та прізвище', hint }];
}
