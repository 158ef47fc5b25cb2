import { ruleId } from '../model/finding.js';
import type { Official } from '../model/office.js';
import type { Rule } from '../model/rule.js';
import { officialsOn } from '../model/signatory.js';
import { signerRemarks } from './draft/signer-remarks.js';

/**
 * R 8.5: an order is signed by the head, in the head's absence by the first deputy; if both are away, by the secretary or a deputy to whom the head has given
 * the authority, which is on record.
 */
export const orderSignatory: Rule = {
  id: ruleId('8.5-signatory'),
  clause: '8.5',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.issuer === 'head' && traits.administrative && traits.numbered,
  check({ content }, { kind, office }) {
    return signerRemarks(content, kind.dateOf(content), office, (date) => [
      ...officialsOn(office, date, 'head', 'first-deputy'),
      ...officialsOn(office, date, 'secretary', 'deputy').filter(isGivenAuthority),
    ]);
  },
};

const isGivenAuthority = ({ acting, ground }: Official): boolean => acting && Boolean(ground);
