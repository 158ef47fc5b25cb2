import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { articlesOf, groundsOf } from './references/grounds.js';
import { isOwnLaw } from './references/own-law.js';

/**
 * R 5.6: the legal basis has an article of the law on local self-government. A basis with no article of any act is `5.6-no-article`'s; that
 * text and basis agree is `5.6-basis`'s.
 */
export const ownLaw: Rule = {
  id: ruleId('5.6-own-law'),
  clause: '5.6',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }, { norms }) {
    const cited = groundsOf(content).acts.filter((ground) => articlesOf(ground).length > 0);
    if (cited.length === 0 || cited.some((ground) => isOwnLaw(ground.act, norms))) return;
    yield {
      at: '/stating/basis',
      message: `У правових підставах (basis) немає жодної статті Закону України «${norms.selfGovernmentLaw}»`,
      expected: 'стаття, частина, пункт цього Закону, які визначають повноваження виконавчого комітету',
      hint: 'Додайте посилання на статтю Закону і в текст констатуючої частини, і до переліку підстав (stating.basis).',
    };
  },
};
