import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { notedParties } from './draft/contract-terms.js';

/** A party without a code is registered, for foreigners have none; whoever examines the contract is told. */
export const partyCode: Rule = {
  id: ruleId('T-code'),
  clause: null,
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }, { traits }) {
    for (const { at, party, called } of notedParties(content, traits)) {
      if (party.code !== undefined) continue;
      yield {
        at: `${at}/code`,
        message: `${called}: не вказано коду (code)`,
        expected: 'код ЄДРПОУ юридичної особи або РНОКПП фізичної особи',
        hint: 'Додайте код; без коду вносять лише тих, хто його не має: іноземців і тих, хто відмовився від РНОКПП.',
      };
    }
  },
};
