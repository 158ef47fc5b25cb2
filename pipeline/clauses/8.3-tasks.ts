import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { taskRemarks } from './draft/task-remarks.js';

/** R 8.3: an order names who carries its tasks out and by when; who controls it, R 5.6 asks. */
export const orderTasks: Rule = {
  id: ruleId('8.3-tasks'),
  clause: '8.3',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative && traits.issuer === 'head' && !traits.personnel,
  check: ({ content }) => taskRemarks(content, 'розпорядження'),
};
