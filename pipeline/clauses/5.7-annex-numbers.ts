import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 5.7: annexes are numbered 1, 2, 3 … in order; a single one has n = 1, which is not printed. */
export const annexNumbers: Rule = {
  id: ruleId('5.7-annex-numbers'),
  clause: '5.7',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }) {
    let expected = 1;
    for (const [index, { n }] of content.annexes.entries()) {
      if (n !== expected && n > 0)
        yield {
          at: `${pointerTo('/annexes', index)}/n`,
          message: `Додаток має номер ${n}, а за порядком це додаток ${expected}`,
          expected: 'додатки, пронумеровані підряд від 1; єдиний додаток має n = 1',
          hint: `Виправте номер (n) на ${expected} або розташуйте додатки за порядком.`,
        };
      expected = (n > 0 ? n : expected) + 1;
    }
  },
};
