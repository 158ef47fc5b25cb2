import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 13.11: a letter has a title that says shortly what it is about. */
export const letterTitle: Rule = {
  id: ruleId('13.11-title'),
  clause: '13.11',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.outgoing,
  *check({ content }) {
    if (content.title !== undefined) return;
    yield {
      at: '/title',
      message: 'Немає заголовка листа (title)',
      expected: 'заголовок, що коротко і точно відображає зміст',
      hint: 'Додайте поле title, наприклад «Про надання інформації».',
    };
  },
};
