import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isMadeByParties, notedTerms, partiesOf } from './draft/contract-terms.js';
import { isSameParty } from './draft/same-party.js';

/** R 27.3: a contract is made by parties with each other: two at least, no two of them the same. */
export const contractParties: Rule = {
  id: ruleId('27.3-parties'),
  clause: '27.3',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: isMadeByParties,
  *check({ content }, { traits }) {
    for (const { at, terms } of notedTerms(content, traits)) {
      if (terms.parties.length === 0 && at !== '') continue;
      if (terms.parties.length < 2)
        yield {
          at: `${at}/parties`,
          message: terms.parties.length === 0 ? 'Не вказано сторін договору (parties)' : 'Вказано лише одну сторону договору (parties)',
          expected: 'щонайменше дві сторони',
          hint: 'Внесіть у поле parties кожну сторону, що підписала договір.',
        };
      const placed = partiesOf(terms, at);
      for (const [index, one] of placed.entries()) {
        const earlier = placed.slice(0, index).find((other) => isSameParty(one.party, other.party));
        if (earlier === undefined) continue;
        yield {
          at: one.at,
          message: `${one.called} — та сама особа, що й сторона, вказана раніше: ${earlier.called}`,
          expected: 'різні сторони',
          hint: 'Виправте код або найменування сторони чи приберіть повтор.',
        };
      }
    }
  },
};
