import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 6.1: an act is adopted by a majority of the total membership, not of those present. */
export const majority: Rule = {
  id: ruleId('6.1-majority'),
  clause: '6.1',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.collegial && traits.numbered,
  *check({ content: { adoption } }) {
    const { total, for: inFavour } = adoption ?? {};
    if (total === undefined || inFavour === undefined || inFavour * 2 > total) return;
    yield {
      at: '/adoption/for',
      message: `«За» проголосували ${inFavour} із ${total}: документ не прийнято`,
      expected: `голосів «за» (for) не менше ніж ${Math.floor(total / 2) + 1}: більшість від загального складу`,
      hint: 'Звірте кількість голосів із протоколом засідання.',
    };
  },
};
