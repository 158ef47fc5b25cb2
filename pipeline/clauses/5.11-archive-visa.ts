import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { missingVisas } from './draft/missing-visas.js';

/** R 5.11: an act that repeals or amends one older than two years is agreed with the archive department. */
export const archiveVisa: Rule = {
  id: ruleId('5.11-archive-visa'),
  clause: '5.11',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  check: (draft, world) => missingVisas('5.11-archive-visa', draft, world),
};
