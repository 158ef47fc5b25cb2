import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { taskRemarks } from './draft/task-remarks.js';

/** R 9.2: an errand of the head says by when each of its tasks is to be done, and who does it. */
export const errandTasks: Rule = {
  id: ruleId('9.2-tasks'),
  clause: '9.2',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.errand && traits.issuer === 'head',
  check: ({ content }) => taskRemarks(content, 'доручення'),
};
