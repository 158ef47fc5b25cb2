import type { Draft, VisaRole } from '../../model/draft.js';
import type { Remark } from '../../model/finding.js';
import type { DraftWorld } from '../../model/rule.js';
import { type VisaRule, visasAsked } from '../../model/visa-matrix.js';

/** The visas that the matrix asks for by one rule and the draft has not, in one remark: whoever collects them collects them together. */
export function* missingVisas(rule: VisaRule, { content }: Draft, { kind, traits, norms }: DraftWorld): Iterable<Remark> {
  const given = new Set(content.visas.map(({ role }) => role));
  const missing = visasAsked(norms.visas, content, traits, kind.dateOf(content))
    .filter((asked) => asked.rule === rule && !asked.roles.some((role) => given.has(role)))
    .map(({ roles }) => roles);
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
