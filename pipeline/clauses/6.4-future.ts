import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { dateAt } from './draft/act-date.js';

/** R 6.4: the date of registration is that of adoption, which has come. */
export const futureDate: Rule = {
  id: ruleId('6.4-future'),
  clause: '6.4',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.numbered,
  *check({ content }, { kind, traits, today }) {
    const date = kind.dateOf(content);
    if (date === undefined || date <= today) return;
    yield {
      at: dateAt(traits),
      message: `Дата документа ${toDigitalStyle(date)} ще не настала: сьогодні ${toDigitalStyle(today)}`,
      expected: 'сьогоднішня або раніша дата',
      hint: 'Виправте дату документа.',
    };
  },
};
