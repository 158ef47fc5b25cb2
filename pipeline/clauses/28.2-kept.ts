import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { caseCalled, knownCases } from './draft/named-cases.js';

/** R 28.2: what is kept for ever, or until something that no date tells, is never destroyed. */
export const doomedKept: Rule = {
  id: ruleId('28.2-kept'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'destroys',
  async check({ content }, world) {
    return (await knownCases(content, world))
      .filter(({ file: { planned } }) => planned.category === 'permanent' || planned.years === undefined)
      .map((named) => ({
        at: named.at,
        message: `${caseCalled(named)}: строк зберігання — ${named.file.planned.term.toLowerCase()} (ст. ${named.file.planned.article}), знищувати її не можна`,
        expected: 'справа зі строком зберігання в роках',
        hint: 'Приберіть справу з акта.',
      }));
  },
};
