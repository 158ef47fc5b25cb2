import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { officialsOn } from '../model/signatory.js';
import { signerRemarks } from './draft/signer-remarks.js';

/** R 4.8: the head approves an agenda, or who acts for the head on that day. */
export const agendaSignatory: Rule = {
  id: ruleId('4.8-signatory'),
  clause: '4.8',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.meets === 'tables',
  check: ({ content }, { kind, office }) =>
    signerRemarks(content, kind.dateOf(content), office, (date) => officialsOn(office, date, 'head')),
};
