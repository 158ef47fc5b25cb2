import { ruleId } from '../model/finding.js';
import type { OfficialRole } from '../model/roles.js';
import type { Rule } from '../model/rule.js';
import { officialsOn } from '../model/signatory.js';
import { signerRemarks } from './draft/signer-remarks.js';

const SIGNERS: Readonly<Record<'council' | 'committee', readonly OfficialRole[]>> = {
  council: ['head', 'secretary'],
  committee: ['head', 'first-deputy', 'deputy'],
};

/** R 24.8: on the council's blank the head and the secretary sign, on the committee's the head and the deputies, and nobody else. */
export const blankSignatory: Rule = {
  id: ruleId('24.8-signatory'),
  clause: '24.8',
  severity: 'refuse',
  needs: 'office',
  appliesTo: ({ issuer, collegial, quotes, numbered }) =>
    (issuer === 'council' || issuer === 'committee') && !collegial && !quotes && numbered,
  check({ content }, { kind, traits, office }) {
    const roles = SIGNERS[traits.issuer === 'council' ? 'council' : 'committee'];
    return signerRemarks(content, kind.dateOf(content), office, (date) => officialsOn(office, date, ...roles));
  },
};
