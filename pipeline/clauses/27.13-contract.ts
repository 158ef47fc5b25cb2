import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { contractNameRemarks, contractOnRecord } from './draft/contract-on-record.js';

/** R 27.13: an additional agreement names its contract by the day and the number of its registration. */
export const amendedContract: Rule = {
  id: ruleId('27.13-contract'),
  clause: '27.13',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.marks === 'amends',
  async check({ content }, world) {
    return contractNameRemarks(content, await contractOnRecord(content, world));
  },
};
