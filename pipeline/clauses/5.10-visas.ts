import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { missingVisas } from './draft/missing-visas.js';

/** R 5.10: every draft of a decision is visaed by its executor, those responsible and the departments that look it through. */
export const visas: Rule = {
  id: ruleId('5.10-visas'),
  clause: '5.10',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  check: (draft, world) => missingVisas('5.10-visas', draft, world),
};
