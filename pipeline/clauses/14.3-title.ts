import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 14.3: a register lists each document under a title, so it has one. A contract is listed by its subject, what is said of it by its number: rules of R 27 ask for those. */
export const paperTitle: Rule = {
  id: ruleId('14.3-title'),
  clause: '14.3',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => !traits.administrative && !traits.outgoing && !traits.quotes && traits.agreement === undefined,
  *check({ content }, { kind }) {
    if (kind.titleOf(content) !== '') return;
    yield {
      at: '/title',
      message: 'Немає заголовка документа (title)',
      expected: 'заголовок, що коротко відображає зміст',
      hint: 'Додайте поле title.',
    };
  },
};
