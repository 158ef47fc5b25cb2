import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { missingVisas } from './draft/missing-visas.js';

/** R 8.3: a draft of an order is visaed by those responsible and the departments that look it through. */
export const orderVisas: Rule = {
  id: ruleId('8.3-visas'),
  clause: '8.3',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  check: (draft, world) => missingVisas('8.3-visas', draft, world),
};
