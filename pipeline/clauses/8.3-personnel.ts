import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { missingVisas } from './draft/missing-visas.js';

/** R 8.3: an order on personnel is visaed by the personnel, general and legal departments and by those whom it names. */
export const personnelVisas: Rule = {
  id: ruleId('8.3-personnel'),
  clause: '8.3',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  check: (draft, world) => missingVisas('8.3-personnel', draft, world),
};
