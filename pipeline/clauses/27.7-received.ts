import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 27.7, 27.14, 27.15: terms run from the day on which a document comes to the legal department: a day that is known, has come, and is not before it was concluded. */
export const agreementReceived: Rule = {
  id: ruleId('27.7-received'),
  clause: '27.7',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content: { received, concluded } }, { today }) {
    if (received === undefined)
      yield {
        at: '/received',
        message: 'Не вказано дати надходження до юридичного відділу (received)',
        expected: 'дата у форматі рррр-мм-дд',
        hint: 'Додайте поле received: від цієї дати рахують строк розгляду.',
      };
    else if (received > today)
      yield {
        at: '/received',
        message: `Дата надходження ${toDigitalStyle(received)} ще не настала: сьогодні ${toDigitalStyle(today)}`,
        expected: 'сьогоднішня або раніша дата',
        hint: 'Виправте дату надходження.',
      };
    else if (concluded !== undefined && received < concluded)
      yield {
        at: '/received',
        message: `Дата надходження ${toDigitalStyle(received)} раніша за дату укладення, ${toDigitalStyle(concluded)}`,
        expected: `дата не раніше ${toDigitalStyle(concluded)}`,
        hint: 'Виправте дату укладення або дату надходження.',
      };
  },
};
