import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isIban } from './draft/account-number.js';
import { everyParty } from './draft/contract-terms.js';
import { excerpt } from './draft/excerpt.js';

/** An account is an IBAN, of this country or another, with its check digits. */
export const accountNumber: Rule = {
  id: ruleId('T-iban'),
  clause: null,
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }) {
    for (const { at, party, called } of everyParty(content)) {
      const { iban } = party.bank ?? {};
      if (iban === undefined || isIban(iban)) continue;
      yield {
        at: `${at}/bank/iban`,
        message: `${called}: рахунок «${excerpt(iban)}» — неправильний IBAN (iban)`,
        expected: 'UA і 27 цифр, дві перші з яких контрольні, або IBAN іншої держави',
        hint: 'Звірте рахунок із договором.',
      };
    }
  },
};
