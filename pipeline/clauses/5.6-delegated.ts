import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { withoutMark } from './draft/title.js';

/** R 5.6: an act under delegated powers says so in brackets at the end of its title, and only such an act does. */
export const delegatedTitle: Rule = {
  id: ruleId('5.6-delegated'),
  clause: '5.6',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }, { norms, traits }) {
    if (!content.title) return;
    const { isMarked } = withoutMark(content.title, norms.delegatedMark);
    if (traits.delegated && !isMarked)
      yield {
        at: '/title',
        message: 'Акт прийнято з делегованих повноважень (delegated), але заголовок (title) про це не каже',
        expected: `заголовок, що закінчується словами «(${norms.delegatedMark})»`,
        hint: `Допишіть у кінці заголовка «(${norms.delegatedMark})».`,
      };
    if (!traits.delegated && isMarked)
      yield {
        at: '/delegated',
        message: `Заголовок (title) закінчується словами «(${norms.delegatedMark})», але в документі не вказано, що повноваження делеговані (delegated)`,
        expected: 'delegated: true',
        hint: 'Вкажіть delegated: true або приберіть ці слова із заголовка.',
      };
  },
};
