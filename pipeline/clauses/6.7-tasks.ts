import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { taskRemarks } from './draft/task-remarks.js';

/** R 6.7: an errand of the committee is given to somebody, and by a day. */
export const protocolTasks: Rule = {
  id: ruleId('6.7-tasks'),
  clause: '6.7',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.errand && traits.issuer === 'committee',
  check: ({ content }) => taskRemarks(content, 'доручення'),
};
