import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { officialsOn } from '../model/signatory.js';
import { signerRemarks } from './draft/signer-remarks.js';

/** R 5.1, 6.3: a collegial act is signed by the head, or by an acting head whose authority holds on the act's date. */
export const signatoryAuthority: Rule = {
  id: ruleId('5.1-signatory'),
  clause: '5.1',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.collegial && traits.numbered,
  check({ content }, { kind, office }) {
    return signerRemarks(content, kind.dateOf(content), office, (date) => officialsOn(office, date, 'head'));
  },
};
