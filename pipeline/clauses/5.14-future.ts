import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 5.14: what is handed in today was not handed in tomorrow. */
export const submittedLater: Rule = {
  id: ruleId('5.14-future'),
  clause: '5.14',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.project && traits.collegial,
  *check({ content: { submitted } }, { today }) {
    if (submitted === undefined || submitted <= today) return;
    yield {
      at: '/submitted',
      message: `Дата подання проєкту ${toDigitalStyle(submitted)} ще не настала`,
      expected: `дата не пізніше ніж ${toDigitalStyle(today)}`,
      hint: 'Виправте поле submitted.',
    };
  },
};
