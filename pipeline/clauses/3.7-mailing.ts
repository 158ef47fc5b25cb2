import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { termDay } from '../model/term-norm.js';
import { notLaterThan } from './draft/term-words.js';

/** R 3.7: a plan of work goes to units and to those who carry it out, the day after it was approved. */
export const planSent: Rule = {
  id: ruleId('3.7-mailing'),
  clause: '3.7',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.plans === 'year',
  *check({ content: { mailing, of } }, world) {
    if (mailing.some(({ to }) => to !== undefined)) return;
    yield {
      at: '/mailing',
      message: `Немає списку розсилання плану (mailing)${of?.date === undefined ? '' : `; надіслати його треба ${notLaterThan(termDay('year-plan-sent', of.date, world))}`}`,
      expected: 'структурні підрозділи та виконавці, зазначені у плані',
      hint: 'Додайте, кому надіслати план.',
    };
  },
};
