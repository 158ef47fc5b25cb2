import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { contractNameRemarks, contractOnRecord } from './draft/contract-on-record.js';

/** R 27.15: the mark of an early end is about a contract that is registered, by the day and the number of its registration. */
export const endedContract: Rule = {
  id: ruleId('27.15-contract'),
  clause: '27.15',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.marks === 'terminates',
  async check({ content }, world) {
    return contractNameRemarks(content, await contractOnRecord(content, world));
  },
};
