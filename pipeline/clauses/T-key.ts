import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';
import { excerpt } from './draft/excerpt.js';

/** Where the office itself signs, the signatory has a key: without one the act would stay registered and never be signed. */
export const signingKey: Rule = {
  id: ruleId('T-key'),
  clause: null,
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.numbered,
  *check({ content }, { kind, office }) {
    const date = kind.dateOf(content);
    const { post = '', name = '' } = content.signatory ?? {};
    if (date === undefined || (office.signing.byKind[kind.id] ?? 'server') !== 'server') return;
    const signers = officialsOn(office, date).filter(
      (official) => isSpelledAlike(official.name, name) && isSpelledAlike(official.post, post),
    );
    if (signers.length === 0 || signers.some(({ key }) => office.signing.keys.some(({ id }) => id === key))) return;
    yield {
      at: '/signatory/name',
      message: `Для підписанта «${excerpt(name)}» немає ключа електронного підпису`,
      expected: 'підписант, ключ якого внесено в налаштування',
      hint: 'Адміністратор має додати ключ у налаштування (signing.keys) і вказати його для цієї особи (officials).',
    };
  },
};
