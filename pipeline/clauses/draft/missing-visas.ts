import type { LocalDate } from '../../model/date.js';
import type { Draft, DraftContent } from '../../model/draft.js';
import type { Remark } from '../../model/finding.js';
import type { Traits } from '../../model/kind.js';
import type { VisaRole } from '../../model/roles.js';
import type { DraftWorld } from '../../model/rule.js';
import { isOccasion, type VisaRow, type VisaRule } from '../../model/visa-matrix.js';
import { stemsOf } from './stems.js';
import { isOlderThan } from './years-apart.js';

/** The visas that the matrix asks for by one rule and the draft has not, in one remark: whoever collects them collects them together. */
export function* missingVisas(rule: VisaRule, { content }: Draft, { kind, traits, norms }: DraftWorld): Iterable<Remark> {
  const rows = norms.visas.filter((row) => holdsOf(row, content, traits, kind.dateOf(content)));
  const given = new Set(content.visas.map(({ role }) => role));
  const missing = rows.flatMap((row, index) =>
    row.rule === rule
      ? row.by.map(rolesOf).filter((roles) => !roles.some((role) => given.has(role)) && !isAskedBy(rows.slice(index + 1), roles))
      : [],
  );
  if (missing.length === 0) return;
  const named = missing.map((roles) => roles.map((role) => `${VISA_OF[role]} (${role})`).join(' або '));
  yield {
    at: '/visas',
    message: `${missing.length === 1 ? 'Немає візи' : 'Немає віз'}: ${named.join(', ')}`,
    expected: 'візи всіх, хто має погодити проєкт',
    hint: 'Погодьте проєкт і додайте до поля visas, хто і коли його завізував.',
  };
}

/** Whose visa it is, in the genitive. */
export const VISA_OF: Readonly<Record<VisaRole, string>> = {
  executor: 'виконавця проєкту',
  'unit-head': 'керівника структурного підрозділу',
  secretary: 'секретаря міської ради',
  'first-deputy': 'першого заступника міського голови',
  deputy: 'заступника міського голови',
  'chief-of-staff': 'керуючого справами виконавчого комітету',
  legal: 'юридичного відділу',
  general: 'загального відділу',
  organisation: 'відділу організаційно-кадрової роботи',
  finance: 'фінансового управління',
  accounting: 'відділу бухгалтерського обліку та звітності',
  archive: 'архівного відділу',
  personnel: 'кадрової служби',
  'named-person': 'особи, вказаної в розпорядженні',
};

function holdsOf(row: VisaRow, content: DraftContent, traits: Traits, date: LocalDate | undefined): boolean {
  if (!isOccasion(row.when, traits)) return false;
  const { changes, olderThanYears, titles } = row;
  const title = stemsOf(content.title ?? '');
  if (titles !== undefined && !titles.some((beginning) => stemsOf(beginning).every((stem, index) => title[index] === stem))) return false;
  if (changes === undefined && olderThanYears === undefined) return true;
  return content.changes.some(
    ({ how, act }) =>
      (changes === undefined || (how !== undefined && changes.includes(how))) &&
      (olderThanYears === undefined || isOlderThan(olderThanYears, act.date, date)),
  );
}

function isAskedBy(rows: readonly VisaRow[], roles: readonly VisaRole[]): boolean {
  return rows.some(({ by }) =>
    by.map(rolesOf).some((asked) => asked.length === roles.length && asked.every((role) => roles.includes(role))),
  );
}

function rolesOf(by: VisaRole | readonly VisaRole[]): readonly VisaRole[] {
  return typeof by === 'string' ? [by] : by;
}
