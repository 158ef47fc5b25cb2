import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { missingVisas } from './draft/missing-visas.js';

/** R 3.5: a decision on the plan of work has visas of its own list: the first deputy and the other deputies, not one of them. */
export const planVisas: Rule = {
  id: ruleId('3.5-visas'),
  clause: '3.5',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  check: (draft, world) => missingVisas('3.5-visas', draft, world),
};
