import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import { monthPlanDue } from '../model/plan-terms.js';
import type { Rule } from '../model/rule.js';
import { isLate } from '../model/term-norm.js';
import { notLaterThan } from './draft/term-words.js';

/** R 3.9: the plan of a month goes to the head by the 29th of the month before, by the 26th of February. */
export const monthPlanTerm: Rule = {
  id: ruleId('3.9-term'),
  clause: '3.9',
  severity: 'warn',
  needs: 'office',
  appliesTo: (traits) => traits.plans === 'month',
  *check({ content: { year, month, submitted, signing } }, world) {
    const done = submitted ?? signing?.date;
    if (year === undefined || month === undefined || done === undefined) return;
    const term = monthPlanDue(year, month, world);
    if (!isLate(done, term, world)) return;
    yield {
      at: submitted === undefined ? '/signing/date' : '/submitted',
      message: `План подано на затвердження ${toDigitalStyle(done)}, пізніше, ніж установлено`,
      expected: notLaterThan(term),
      hint: 'Перевірте дату подання; план, поданий із запізненням, реєструють.',
    };
  },
};
