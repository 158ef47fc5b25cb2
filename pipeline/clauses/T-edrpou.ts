import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { everyParty } from './draft/contract-terms.js';
import { excerpt } from './draft/excerpt.js';
import { isLegalPersonCode } from './draft/identity-codes.js';

/** A legal person of this country is known by its code of ЄДРПОУ, whose last figure checks the others. */
export const legalPersonCode: Rule = {
  id: ruleId('T-edrpou'),
  clause: null,
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }) {
    for (const { at, party, called } of everyParty(content)) {
      const { type, code } = party;
      if (type !== 'legal' || code === undefined || isLegalPersonCode(code)) continue;
      yield {
        at: `${at}/code`,
        message: `${called}: код ЄДРПОУ «${excerpt(code)}» неправильний (code)`,
        expected: 'вісім цифр, остання з яких контрольна',
        hint: 'Звірте код із договором та Єдиним державним реєстром.',
      };
    }
  },
};
