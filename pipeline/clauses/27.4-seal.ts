import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isMadeByParties, partiesOf } from './draft/contract-terms.js';

/** R 27.4: a signature for a legal person is certified with its seal. The law lets private firms work without one; the regulation does not except them. */
export const partySeal: Rule = {
  id: ruleId('27.4-seal'),
  clause: '27.4',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: isMadeByParties,
  *check({ content }) {
    for (const { at, party, called } of partiesOf(content)) {
      if (party.sealed || party.type === 'individual') continue;
      yield {
        at: `${at}/sealed`,
        message: `${called}: підпис не засвідчено печаткою (sealed)`,
        expected: 'печатка юридичної особи',
        hint: 'Засвідчіть підпис печаткою. Закон дозволяє підприємствам працювати без печатки, але Регламент вимагає її на договорі з громадою.',
      };
    }
  },
};
