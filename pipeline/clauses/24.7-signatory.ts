import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { officialsOn } from '../model/signatory.js';
import { signerRemarks } from './draft/signer-remarks.js';

/** R 24.7, 14.5: what stands on a unit's own blank is signed by the unit's head, or by who acts for the head of the unit on that day. */
export const unitSignatory: Rule = {
  id: ruleId('24.7-signatory'),
  clause: '24.7',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.issuer === 'unit' && !traits.quotes && traits.numbered,
  check({ content }, { kind, office }) {
    const issuer = kind.issuerOf(content);
    if (!office.bodies.some(({ id }) => id === issuer)) return [];
    return signerRemarks(content, kind.dateOf(content), office, (date) =>
      officialsOn(office, date).filter(({ units }) => units.includes(issuer)),
    );
  },
};
