import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { contractOnRecord, contractStateRemarks } from './draft/contract-on-record.js';

/** R 27.15: only a contract that still holds is ended before its term. */
export const endedWithinTerm: Rule = {
  id: ruleId('27.15-state'),
  clause: '27.15',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.marks === 'terminates',
  async check({ content }, world) {
    return contractStateRemarks(content, await contractOnRecord(content, world), content.decided, '/decided');
  },
};
