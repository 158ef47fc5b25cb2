import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 27.15: terms run from the day of the decision to end a contract, which is told after it was taken. */
export const terminationDecided: Rule = {
  id: ruleId('27.15-decided'),
  clause: '27.15',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.marks === 'terminates',
  *check({ content: { decided, received } }) {
    if (decided === undefined)
      yield {
        at: '/decided',
        message: 'Не вказано дати рішення про припинення (decided)',
        expected: 'дата у форматі рррр-мм-дд',
        hint: 'Додайте дату, якою сторони дійшли згоди або суд ухвалив рішення.',
      };
    else if (received !== undefined && decided > received)
      yield {
        at: '/decided',
        message: `Рішення про припинення ${toDigitalStyle(decided)} прийнято пізніше, ніж про нього повідомлено, ${toDigitalStyle(received)}`,
        expected: `дата не пізніше ${toDigitalStyle(received)}`,
        hint: 'Виправте дату рішення або дату надходження (received).',
      };
  },
};
