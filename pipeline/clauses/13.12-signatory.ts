import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { officialsOn } from '../model/signatory.js';
import { signerRemarks } from './draft/signer-remarks.js';

/** R 13.12: letters to central, regional, law-enforcement and controlling bodies are signed by the head, or by who acts for the head. */
export const highLetterSignatory: Rule = {
  id: ruleId('13.12-signatory'),
  clause: '13.12',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.outgoing && traits.numbered,
  *check({ content }, { kind, office }) {
    if (!content.addressees.some(({ category }) => category !== undefined && category !== 'other')) return;
    yield* signerRemarks(content, kind.dateOf(content), office, (date) => officialsOn(office, date, 'head'));
  },
};
