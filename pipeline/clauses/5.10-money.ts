import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { missingVisas } from './draft/missing-visas.js';

/** R 5.10: what touches the budget or social and economic development is agreed with the finance department. */
export const moneyVisas: Rule = {
  id: ruleId('5.10-money'),
  clause: '5.10',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  check: (draft, world) => missingVisas('5.10-money', draft, world),
};
