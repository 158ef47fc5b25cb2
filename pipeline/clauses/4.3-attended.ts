import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { areMinutes } from './draft/meeting-items.js';

/** R 4.3: where minutes name who came and who did not, the names are as many as the figures by which the quorum is counted. */
export const membersNamed: Rule = {
  id: ruleId('4.3-attended'),
  clause: '4.3',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: areMinutes,
  *check({ content: { meeting } }) {
    const { total, present, attended = [], absent = [] } = meeting ?? {};
    if (present === undefined) return;
    if (attended.length > 0 && attended.length !== present)
      yield {
        at: '/meeting/attended',
        message: `Названо присутніх (attended): ${attended.length}, а за кількістю (present) їх ${present}`,
        expected: String(present),
        hint: 'Звірте список присутніх із кількістю.',
      };
    if (total !== undefined && absent.length > 0 && absent.length !== total - present)
      yield {
        at: '/meeting/absent',
        message: `Названо відсутніх (absent): ${absent.length}, а із загального складу ${total} присутні ${present}`,
        expected: String(total - present),
        hint: 'Звірте список відсутніх із загальним складом і кількістю присутніх.',
      };
  },
};
