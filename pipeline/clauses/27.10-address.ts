import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { notedParties } from './draft/contract-terms.js';

/** R 27.10.5: the register notes the legal address of each party. */
export const partyAddress: Rule = {
  id: ruleId('27.10-address'),
  clause: '27.10',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }, { traits }) {
    for (const { at, party, called } of notedParties(content, traits)) {
      if (party.address !== undefined) continue;
      yield {
        at: `${at}/address`,
        message: `${called}: не вказано юридичної адреси (address)`,
        expected: 'юридична адреса, а фізичної особи — місце проживання',
        hint: 'Впишіть адресу з договору.',
      };
    }
  },
};
