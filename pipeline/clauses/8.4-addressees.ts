import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 8.4: an order goes to be signed with the list of those to whom it is to be sent. */
export const orderAddressees: Rule = {
  id: ruleId('8.4-addressees'),
  clause: '8.4',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative && traits.issuer === 'head',
  *check({ content: { mailing } }) {
    if (mailing.length === 0)
      yield {
        at: '/mailing',
        message: 'Немає списку адресатів (mailing)',
        expected: 'кому надіслати розпорядження',
        hint: 'Додайте хоча б одного адресата.',
      };
    for (const [index, { to }] of mailing.entries())
      if (to === undefined)
        yield {
          at: pointerTo('/mailing', index, 'to'),
          message: `У списку адресатів не вказано, кому надіслати примірник ${index + 1} (to)`,
          expected: 'назва підрозділу, установи або посада',
          hint: 'Допишіть адресата або приберіть рядок.',
        };
  },
};
