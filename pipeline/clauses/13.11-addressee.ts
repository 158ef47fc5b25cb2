import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 13.11: a letter names whom it is for. */
export const letterAddressee: Rule = {
  id: ruleId('13.11-addressee'),
  clause: '13.11',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.outgoing,
  *check({ content }) {
    if (content.addressees.length === 0)
      yield {
        at: '/addressees',
        message: 'Не вказано адресата листа (addressees)',
        expected: 'найменування адресата в давальному відмінку',
        hint: 'Додайте адресата: { "to": "Департаменту фінансів Херсонської ОДА", "category": "regional" }.',
      };
    for (const [index, { to }] of content.addressees.entries()) {
      if (to !== undefined) continue;
      yield {
        at: pointerTo('/addressees', index, 'to'),
        message: `Адресата ${index + 1} не названо (to)`,
        expected: 'найменування адресата в давальному відмінку',
        hint: 'Впишіть найменування адресата або приберіть порожній запис.',
      };
    }
  },
};
