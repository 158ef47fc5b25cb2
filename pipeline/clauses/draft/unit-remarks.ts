import type { Remark } from '../../model/finding.js';
import type { Office } from '../../model/office.js';
import { excerpt } from './excerpt.js';

/** What is wrong with the id of a unit at a place; `whose` goes on after `підрозділу`. */
export function unitRemarks(unit: string | undefined, at: string, whose: string, { bodies }: Office): Remark[] {
  const expected = bodies.map(({ id }) => id).join(', ');
  const hint = 'Позначення підрозділів — у налаштуваннях установи (bodies).';
  if (unit === undefined)
    return [{ at, message: `Не вказано підрозділу, ${whose} (${at.slice(at.lastIndexOf('/') + 1)})`, expected, hint }];
  if (bodies.some(({ id }) => id === unit)) return [];
  return [{ at, message: `Підрозділу «${excerpt(unit)}» у налаштуваннях немає`, expected, hint }];
}
