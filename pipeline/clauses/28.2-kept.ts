import { ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import { isFromEvent } from '../model/nomenclature.js';
import type { Rule } from '../model/rule.js';
import { caseCalled } from './draft/case-called.js';

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
      .map((named) => {
        const { term, article } = named.file.planned;
        const isCounted = isFromEvent(term);
        return {
          at: named.at,
          message: `${caseCalled(named)}: строк зберігання — ${term.toLowerCase()} (ст. ${article}), ${isCounted ? 'а коли він почався, з документів справи не видно' : 'знищувати її не можна'}`,
          expected: 'справа зі строком зберігання в роках після її закінчення',
          hint: 'Приберіть справу з акта.',
        };
      });
  },
};
