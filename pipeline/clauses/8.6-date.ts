import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 8.6: a document that one person signs is registered under the date on which it was signed, so it has one. */
export const signingDate: Rule = {
  id: ruleId('8.6-date'),
  clause: '8.6',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => !traits.collegial && traits.numbered,
  *check({ content: { signing } }) {
    if (signing?.date !== undefined) return;
    yield {
      at: '/signing/date',
      message: 'Немає дати підписання (signing.date)',
      expected: 'дата підписання у форматі рррр-мм-дд',
      hint: 'Додайте дату підписання: за нею документ реєструють.',
    };
  },
};
