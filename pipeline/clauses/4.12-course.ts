import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { areMinutes, itemAt, itemCalled } from './draft/meeting-items.js';

/** R 4.12, ДСТУ 4163:2020: minutes in full say of every question what was reported; those in short say only what was decided. */
export const minutesCourse: Rule = {
  id: ruleId('4.12-course'),
  clause: '4.12',
  severity: 'warn',
  needs: 'draft',
  appliesTo: areMinutes,
  *check({ content: { concise, items } }) {
    for (const [index, item] of items.entries()) {
      const says = item.heard.length + item.spoke.length > 0;
      if (concise ? !says : item.heard.length > 0 || item.outcome === 'postponed') continue;
      const called = itemCalled(item, index);
      yield concise
        ? {
            at: itemAt(index, item.heard.length > 0 ? 'heard' : 'spoke'),
            message: `${called}: протокол стислий (concise), і хід обговорення в ньому не друкується`,
            expected: 'лише те, що вирішено',
            hint: 'Приберіть поля heard і spoke або складіть протокол повним (concise: false).',
          }
        : {
            at: itemAt(index, 'heard'),
            message: `${called}: повний протокол не каже, про що доповідали (heard)`,
            expected: 'стислий виклад доповіді',
            hint: 'Додайте поле heard або складіть протокол стислим (concise: true).',
          };
    }
  },
};
