import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { notedParties } from './draft/contract-terms.js';

/** R 27.10.5: the register notes the bank details of each party that is a legal person: account and bank. */
export const partyBank: Rule = {
  id: ruleId('27.10-bank'),
  clause: '27.10',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }, { traits }) {
    for (const { at, party, called } of notedParties(content, traits)) {
      const { iban, name } = party.bank ?? {};
      // An individual may have no account; whoever names one names it whole.
      if (party.type === 'individual' && party.bank === undefined) continue;
      const lacks = [iban === undefined ? 'рахунок (iban)' : '', name === undefined ? 'банк (name)' : ''].filter((field) => field !== '');
      if (lacks.length === 0) continue;
      yield {
        at: `${at}/bank`,
        message: `${called}: у банківських реквізитах не вказано: ${lacks.join(', ')}`,
        expected: 'рахунок IBAN і найменування банку (казначейства)',
        hint: 'Впишіть реквізити з договору в поле bank.',
      };
    }
  },
};
