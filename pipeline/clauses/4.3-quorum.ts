import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { countedMembers, countsMembers } from './draft/counted-members.js';

/** R 4.3: a meeting is valid if more than half of the total membership takes part. */
export const quorum: Rule = {
  id: ruleId('4.3-quorum'),
  clause: '4.3',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: countsMembers,
  *check({ content }) {
    for (const { at, total, present } of countedMembers(content)) {
      if (total === undefined || present === undefined || present * 2 > total) continue;
      yield {
        at: `${at}/present`,
        message: `На засіданні було ${present} із ${total}: кворуму немає`,
        expected: `присутніх (present) не менше ніж ${Math.floor(total / 2) + 1}: більше половини загального складу`,
        hint: 'Звірте кількість присутніх із протоколом засідання.',
      };
    }
  },
};
