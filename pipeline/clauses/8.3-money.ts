import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { missingVisas } from './draft/missing-visas.js';

/** R 8.3: an order that allots money is visaed by the finance and the accounting departments. */
export const orderMoneyVisas: Rule = {
  id: ruleId('8.3-money'),
  clause: '8.3',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  check: (draft, world) => missingVisas('8.3-money', draft, world),
};
