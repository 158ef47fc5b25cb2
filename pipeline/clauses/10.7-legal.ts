import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { missingVisas } from './draft/missing-visas.js';

/** R 10.7: a normative act is not adopted before the legal department has looked it through. */
export const normativeLegalVisa: Rule = {
  id: ruleId('10.7-legal'),
  clause: '10.7',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  check: (draft, world) => missingVisas('10.7-legal', draft, world),
};
