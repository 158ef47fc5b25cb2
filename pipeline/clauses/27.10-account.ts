import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { notedParties } from './draft/contract-terms.js';

/** R 27.10.5: an individual without an account is registered, and whoever examines the contract is told. */
export const individualAccount: Rule = {
  id: ruleId('27.10-account'),
  clause: '27.10',
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }, { traits }) {
    for (const { at, party, called } of notedParties(content, traits)) {
      if (party.type !== 'individual' || party.bank !== undefined) continue;
      yield {
        at: `${at}/bank`,
        message: `${called}: банківських реквізитів фізичної особи не вказано (bank)`,
        expected: 'рахунок IBAN, якщо він є в договорі',
        hint: 'Перевірте, чи немає рахунку в договорі.',
      };
    }
  },
};
