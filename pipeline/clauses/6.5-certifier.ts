import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { officialsOn } from '../model/signatory.js';
import { signerRemarks } from './draft/signer-remarks.js';

/** R 6.5: an extract or a copy is certified by the general department. */
export const certifier: Rule = {
  id: ruleId('6.5-certifier'),
  clause: '6.5',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.quotes && traits.numbered,
  check({ content }, { kind, office }) {
    return signerRemarks(content, kind.dateOf(content), office, (date) => officialsOn(office, date, 'general'));
  },
};
