import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** Who forbids the destruction of cases, or lifts that, says why: later nobody else knows when it may end. */
export const holdReason: Rule = {
  id: ruleId('T-hold-reason'),
  clause: null,
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.archives === 'holds' || traits.archives === 'frees',
  *check({ content: { reason } }, { traits }) {
    if (reason !== undefined) return;
    yield {
      at: '/reason',
      message: `Не вказано причини ${traits.archives === 'holds' ? 'заборони' : 'зняття заборони'} (reason)`,
      expected: 'причина: судова справа, перевірка, запит тощо',
      hint: 'Додайте поле reason.',
    };
  },
};
