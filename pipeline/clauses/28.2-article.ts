import { type Remark, ruleId } from '../model/finding.js';
import { yearsIn } from '../model/nomenclature.js';
import type { RetentionArticle } from '../model/retention.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { plannedArticles } from './draft/planned-articles.js';

/** R 28.2: the term of a case is that of an article of the list of typical documents (order 578/5), and no shorter. */
export const caseArticle: Rule = {
  id: ruleId('28.2-article'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.archives === 'plans',
  check({ content }, { norms }) {
    const hint = 'Стаття — за Переліком типових документів (наказ № 578/5); нову вносять у налаштування (norms.retention).';
    return plannedArticles(content, norms).flatMap(({ at, planned, article }): Remark[] => {
      if (planned.article === undefined)
        return [{ at: `${at}/article`, message: 'Не вказано статті переліку (article)', expected: 'стаття: 7-а', hint }];
      if (article === undefined)
        return [{ at: `${at}/article`, message: `Статті ${excerpt(planned.article)} у переліку немає`, expected: 'стаття переліку', hint }];
      if (planned.term === undefined || !isShorter(planned.term, article)) return [];
      return [
        {
          at: `${at}/term`,
          message: `Строк «${excerpt(planned.term)}» коротший, ніж у статті ${article.article}: ${article.words}`,
          expected: article.words,
          hint: 'Строк можна лише подовжити; щоб узяти строк зі статті, приберіть поле term.',
        },
      ];
    });
  },
};

function isShorter(term: string, { category, years }: RetentionArticle): boolean {
  const said = yearsIn(term);
  if (said === undefined) return false;
  return category === 'permanent' || (years !== undefined && said < years);
}
