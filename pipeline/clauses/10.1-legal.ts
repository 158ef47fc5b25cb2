import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { missingVisas } from './draft/missing-visas.js';

/** R 10.1: every draft that the executive bodies prepare is examined by the legal department, where no other clause asks for its visa. */
export const legalExamination: Rule = {
  id: ruleId('10.1-legal'),
  clause: '10.1',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  check: (draft, world) => missingVisas('10.1-legal', draft, world),
};
