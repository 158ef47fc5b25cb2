import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { officialsOn } from '../model/signatory.js';
import { signerRemarks } from './draft/signer-remarks.js';

/** R 24.9: the general department keeps the account of blanks; that of a unit's own blanks is the unit's. */
export const blankKeeper: Rule = {
  id: ruleId('24.9-signatory'),
  clause: '24.9',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.stock,
  check({ content }, { kind, office }) {
    const form = content.blanks?.form ?? '';
    return signerRemarks(content, kind.dateOf(content), office, (date) => {
      const general = officialsOn(office, date, 'general');
      return [...general, ...officialsOn(office, date).filter((official) => official.units.includes(form) && !general.includes(official))];
    });
  },
};
