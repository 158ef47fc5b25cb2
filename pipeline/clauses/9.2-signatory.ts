import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { officialsOn } from '../model/signatory.js';
import { signerRemarks } from './draft/signer-remarks.js';

/** R 9.2: an errand of the head is approved by the head, or by who acts for the head on that day. */
export const errandSignatory: Rule = {
  id: ruleId('9.2-signatory'),
  clause: '9.2',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.errand && traits.issuer === 'head' && traits.numbered,
  check({ content }, { kind, office }) {
    return signerRemarks(content, kind.dateOf(content), office, (date) => officialsOn(office, date, 'head'));
  },
};
