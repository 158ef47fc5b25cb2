import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isContract } from './draft/contract-terms.js';

/** R 27.10.1: the register notes what a contract is about. */
export const contractSubject: Rule = {
  id: ruleId('27.10-subject'),
  clause: '27.10',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: isContract,
  *check({ content: { subject } }) {
    if (subject !== undefined) return;
    yield {
      at: '/subject',
      message: 'Не вказано предмета договору (subject)',
      expected: 'предмет договору, як його названо в тексті',
      hint: 'Додайте поле subject.',
    };
  },
};
