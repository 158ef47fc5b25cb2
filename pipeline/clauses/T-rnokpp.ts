import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { everyParty } from './draft/contract-terms.js';
import { excerpt } from './draft/excerpt.js';
import { isTaxpayerNumber } from './draft/identity-codes.js';

/** An individual is known by the number of a taxpayer (РНОКПП), whose last figure checks the others. */
export const taxpayerNumber: Rule = {
  id: ruleId('T-rnokpp'),
  clause: null,
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }) {
    for (const { at, party, called } of everyParty(content)) {
      const { type, code } = party;
      if (type !== 'individual' || code === undefined || isTaxpayerNumber(code)) continue;
      yield {
        at: `${at}/code`,
        message: `${called}: РНОКПП «${excerpt(code)}» неправильний (code)`,
        expected: 'десять цифр, остання з яких контрольна',
        hint: 'Звірте номер із договором; хто відмовився від РНОКПП через релігійні переконання, того вписують без коду.',
      };
    }
  },
};
