import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isMadeByParties, partiesOf } from './draft/contract-terms.js';

/** R 27.3: a contract holds when its parties have signed it. */
export const partiesSigned: Rule = {
  id: ruleId('27.3-signed'),
  clause: '27.3',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: isMadeByParties,
  *check({ content }) {
    for (const { at, party, called } of partiesOf(content)) {
      if (party.signed) continue;
      yield {
        at: `${at}/signed`,
        message: `${called} не підписала документ (signed)`,
        expected: 'підписи всіх сторін',
        hint: 'Подайте на реєстрацію примірник, який підписали всі сторони, і зазначте це в полі signed.',
      };
    }
  },
};
