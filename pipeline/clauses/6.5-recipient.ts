import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 6.5: an extract or a copy is given to somebody, whom the journal of extracts names. */
export const quoteRecipient: Rule = {
  id: ruleId('6.5-recipient'),
  clause: '6.5',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.quotes,
  *check({ content: { recipient } }) {
    if (recipient !== undefined) return;
    yield {
      at: '/recipient',
      message: 'Не вказано, кому видають витяг чи копію (recipient)',
      expected: 'найменування юридичної або імʼя фізичної особи',
      hint: 'Додайте поле recipient.',
    };
  },
};
