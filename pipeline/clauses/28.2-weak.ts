import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { plannedArticles } from './draft/planned-articles.js';

/** R 28.2: a term that rests on an article which nobody has read in the order itself is to be confirmed by the archive department. */
export const weakArticle: Rule = {
  id: ruleId('28.2-weak'),
  clause: '28.2',
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.archives === 'plans',
  *check({ content }, { norms }) {
    for (const { at, article } of plannedArticles(content, norms)) {
      if (article?.mark !== 'weak') continue;
      yield {
        at: `${at}/article`,
        message: `Строк за статтею ${article.article} («${article.words}») не звірено з текстом переліку`,
        expected: 'строк, який підтвердив архівний відділ',
        hint: 'Звірте строк із наказом № 578/5.',
      };
    }
  },
};
