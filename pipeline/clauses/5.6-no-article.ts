import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { articlesOf, groundsOf } from './references/grounds.js';

/** R 5.6: the legal basis names articles; a basis without a single one is none. */
export const noArticle: Rule = {
  id: ruleId('5.6-no-article'),
  clause: '5.6',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }, { norms }) {
    if (content.stating.text.every((paragraph) => paragraph.trim() === '')) return;
    if (groundsOf(content).acts.some((ground) => articlesOf(ground).length > 0)) return;
    yield {
      at: '/stating/basis',
      message: 'Серед правових підстав (basis) немає жодної статті закону',
      expected: `статті законів, зокрема Закону України «${norms.selfGovernmentLaw}»`,
      hint: 'Пошліться на статті в тексті констатуючої частини й перелічіть їх у stating.basis, наприклад «ч. 6 ст. 59».',
    };
  },
};
