import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { contractOnRecord, contractStateRemarks } from './draft/contract-on-record.js';

/** R 27.13: a registered contract is changed within its term, as earlier additional agreements have left it. */
export const amendedWithinTerm: Rule = {
  id: ruleId('27.13-state'),
  clause: '27.13',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.marks === 'amends',
  async check({ content }, world) {
    const day = content.concluded ?? world.kind.dateOf(content);
    return contractStateRemarks(
      content,
      await contractOnRecord(content, world),
      day,
      content.concluded === undefined ? '/signing/date' : '/concluded',
    );
  },
};
