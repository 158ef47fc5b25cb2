import type { LocalDate } from '../model/date.js';
import { isWithin } from '../model/date.js';
import type { DraftContent, Person } from '../model/draft.js';
import type { NamedProject } from '../model/kind.js';
import type { Office } from '../model/office.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';
import { questionNumber } from './agenda-questions.js';
import { whoIs } from './who-is.js';

/** Who comes to every question. */
const ALL = 'усі';

/**
 * Those invited to a meeting, each once, with the questions that each comes for: of a meeting of the committee first those whom the regulation invites to every
 * one (R 4.5), then those of the agenda itself, then those of the lists that came with the projects (R 4.7).
 */
export function invitedRows(
  { meeting, items, invited }: DraftContent,
  office: Office,
  projects: readonly NamedProject[],
): readonly (readonly [string, string])[] {
  const rows: { readonly person: Person; readonly to: string[] }[] = [];
  const invite = (person: Person, to: string): void => {
    const known = rows.find((row) => isSame(row.person, person));
    if (known === undefined) rows.push({ person, to: [to] });
    else if (!known.to.includes(ALL) && !known.to.includes(to)) known.to.push(to);
  };
  if (meeting?.body === 'committee' && meeting.date !== undefined) for (const person of standing(office, meeting.date)) invite(person, ALL);
  for (const person of invited) invite(person, ALL);
  for (const [index, item] of items.entries())
    for (const { draft } of projects.filter(({ id }) => item.projects.includes(id)))
      for (const person of draft.content.invited) invite(person, questionNumber(item, index));
  return rows.map(({ person, to }) => [whoIs(person), to.join(', ')]);
}

function standing(office: Office, date: LocalDate): readonly Person[] {
  return office.invitees
    .filter((invitee) => isWithin(date, invitee))
    .flatMap(({ role, post, name }): readonly Person[] => (role === undefined ? [{ post, name }] : officialsOn(office, date, role)));
}

function isSame(one: Person, other: Person): boolean {
  return isSpelledAlike(one.post ?? '', other.post ?? '') && isSpelledAlike(one.name ?? '', other.name ?? '');
}
