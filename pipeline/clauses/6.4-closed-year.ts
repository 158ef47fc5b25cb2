import { yearOf } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import { seriesOf } from '../model/office.js';
import type { Rule } from '../model/rule.js';
import { dateAt } from './draft/act-date.js';

/** R 6.4: numbers run within a calendar year; a year whose register is closed takes no more. */
export const closedYear: Rule = {
  id: ruleId('6.4-closed-year'),
  clause: '6.4',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.numbered,
  *check({ content }, { kind, traits, office }) {
    const date = kind.dateOf(content);
    if (date === undefined || !seriesOf(office, kind, content).closed.includes(yearOf(date))) return;
    yield {
      at: dateAt(traits),
      message: `Реєстр за ${yearOf(date)} рік закрито: нових номерів у ньому не буде`,
      expected: 'дата в році, реєстр якого відкрито',
      hint: 'Перевірте рік у даті документа; якщо він правильний, зверніться до загального відділу.',
    };
  },
};
