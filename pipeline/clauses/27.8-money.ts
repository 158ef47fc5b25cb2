import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { missingVisas } from './draft/missing-visas.js';

/** R 27.8.4, 5.10: a contract is kept with the visas of those whose business it is; one that spends money of the budget has the finance department's. */
export const contractMoneyVisa: Rule = {
  id: ruleId('27.8-money'),
  clause: '27.8',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.agreement !== undefined,
  check: (draft, world) => missingVisas('27.8-money', draft, world),
};
