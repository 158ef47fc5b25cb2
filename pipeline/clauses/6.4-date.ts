import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 6.4: an act is registered under the date of its adoption, so it has one. */
export const adoptionDate: Rule = {
  id: ruleId('6.4-date'),
  clause: '6.4',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.collegial && traits.numbered,
  *check({ content: { adoption } }) {
    if (adoption === undefined || adoption.date !== undefined) return;
    yield {
      at: '/adoption/date',
      message: 'Немає дати прийняття (adoption.date)',
      expected: 'дата засідання у форматі рррр-мм-дд',
      hint: 'Додайте дату прийняття: за нею документ реєструють.',
    };
  },
};
