import { endOf } from '../model/contract.js';
import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isContract } from './draft/contract-terms.js';

/** R 27.7, 27.13: a contract is registered while it holds; one whose term has ended by the day of registration binds nobody any more. */
export const contractNotEnded: Rule = {
  id: ruleId('27.7-ended'),
  clause: '27.7',
  severity: 'refuse',
  needs: 'office',
  appliesTo: isContract,
  *check({ content }, { kind, today }) {
    const end = endOf(content.term, content.concluded);
    const day = kind.dateOf(content) ?? today;
    if (end === undefined || end >= day) return;
    yield {
      at: '/term',
      message: `Строк дії договору закінчився ${toDigitalStyle(end)}`,
      expected: `строк, що закінчується не раніше ${toDigitalStyle(day)}`,
      hint: 'Перевірте строк дії; договір, строк якого закінчився, не реєструють.',
    };
  },
};
