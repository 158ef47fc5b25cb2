import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { officialsOn } from '../model/signatory.js';
import { signerRemarks } from './draft/signer-remarks.js';

/** R 3.9: the head, or who acts for the head on that day, approves the plan of a month. */
export const monthPlanSignatory: Rule = {
  id: ruleId('3.9-signatory'),
  clause: '3.9',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.plans === 'month',
  check: ({ content }, { kind, office }) =>
    signerRemarks(content, kind.dateOf(content), office, (date) => officialsOn(office, date, 'head')),
};
