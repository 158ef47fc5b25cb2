import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';

/** R 24.7, 24.8: a document stands on the blank of a body or a unit that has one. */
export const issuerKnown: Rule = {
  id: ruleId('24.7-issuer'),
  clause: '24.7',
  severity: 'refuse',
  needs: 'office',
  appliesTo: () => true,
  *check({ content }, { kind, office }) {
    const issuer = kind.issuerOf(content);
    if (office.bodies.some(({ id }) => id === issuer)) return;
    yield {
      at: '/issuer',
      message:
        issuer === ''
          ? 'Не вказано, на чиєму бланку складено документ (issuer)'
          : `У налаштуваннях немає бланка «${excerpt(issuer)}» (issuer)`,
      expected: office.bodies.map(({ id, fullName }) => `${id} (${fullName})`).join('; '),
      hint: 'Вкажіть у полі issuer один із бланків; новий бланк вносить адміністратор у налаштування (bodies).',
    };
  },
};
