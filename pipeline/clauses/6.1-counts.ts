import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 6.1: votes and those who did not vote add up to those present, who are no more than the total membership. */
export const voteCounts: Rule = {
  id: ruleId('6.1-counts'),
  clause: '6.1',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.collegial && traits.numbered,
  *check({ content: { adoption } }) {
    const { total, present, for: inFavour, against = 0, abstained = 0, notVoting = 0 } = adoption ?? {};
    if (present === undefined) return;
    const sum = (inFavour ?? 0) + against + abstained + notVoting;
    if (inFavour !== undefined && sum !== present)
      yield {
        at: '/adoption/present',
        message: `Голоси не сходяться: «за» ${inFavour}, «проти» ${against}, утрималися ${abstained}, не голосували ${notVoting} — разом ${sum}, а присутніх (present) ${present}`,
        expected: 'for + against + abstained + notVoting = present',
        hint: 'Звірте числа з протоколом; хто був, але не голосував, — у полі notVoting.',
      };
    if (total !== undefined && present > total)
      yield {
        at: '/adoption/present',
        message: `Присутніх (present) ${present}, більше, ніж у загальному складі (total): ${total}`,
        expected: `не більше ніж ${total}`,
        hint: 'Звірте числа з протоколом засідання.',
      };
  },
};
