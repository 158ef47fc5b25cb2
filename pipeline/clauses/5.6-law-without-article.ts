import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { hasArticles } from './references/act-name.js';
import { articlesOf, groundsOf } from './references/grounds.js';

/** R 5.6: a law is cited by its articles, not as a whole. */
export const lawWithoutArticle: Rule = {
  id: ruleId('5.6-law-without-article'),
  clause: '5.6',
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }) {
    const { acts } = groundsOf(content);
    if (!acts.some((ground) => articlesOf(ground).length > 0)) return;
    for (const ground of acts) {
      if (!hasArticles(ground.act) || articlesOf(ground).length > 0) continue;
      yield {
        at: ground.inBasis ?? ground.inText ?? '/stating/basis',
        message: `Акт названо без статті: ${excerpt(ground.basisName ?? ground.act.text, 200)}`,
        expected: 'стаття, частина, пункт, які передбачають повноваження',
        hint: 'Додайте статтю і в текст, і до переліку підстав (stating.basis).',
      };
    }
  },
};
