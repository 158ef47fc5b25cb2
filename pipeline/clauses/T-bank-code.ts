import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { bankCodeIn } from './draft/account-number.js';
import { everyParty } from './draft/contract-terms.js';
import { excerpt } from './draft/excerpt.js';

/** The code of a bank that is named beside an account is the one within it. */
export const bankCode: Rule = {
  id: ruleId('T-bank-code'),
  clause: null,
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }) {
    for (const { at, party, called } of everyParty(content)) {
      const { iban = '', code } = party.bank ?? {};
      const within = bankCodeIn(iban);
      if (code === undefined || code === within) continue;
      if (within === undefined && /^\d{6}$/.test(code)) continue;
      yield {
        at: `${at}/bank/code`,
        message: `${called}: код банку «${excerpt(code)}» ${within === undefined ? 'не з шести цифр' : `не збігається з кодом у рахунку, ${within}`} (code)`,
        expected: within ?? 'шість цифр',
        hint: 'Звірте код банку (МФО) і рахунок із договором; код у рахунку — цифри з 5-ї до 10-ї.',
      };
    }
  },
};
