import { toDigitalStyle } from '../model/date.js';
import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { visaName } from './draft/visa-name.js';

/** R 5.10: the date of agreement stands beside each visa, and an act is agreed before it is adopted or signed. */
export const visaDates: Rule = {
  id: ruleId('5.10-date'),
  clause: '5.10',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  *check({ content }, { kind }) {
    const actDate = kind.dateOf(content);
    for (const [index, visa] of content.visas.entries()) {
      const at = pointerTo('/visas', index, 'date');
      if (visa.date === undefined)
        yield {
          at,
          message: `Немає дати візи ${visaName(visa)} (date)`,
          expected: 'дата погодження у форматі рррр-мм-дд',
          hint: 'Додайте дату, проставлену поруч із підписом.',
        };
      else if (actDate !== undefined && visa.date > actDate)
        yield {
          at,
          message: `Візу ${visaName(visa)} проставлено ${toDigitalStyle(visa.date)}, пізніше за дату документа, ${toDigitalStyle(actDate)}`,
          expected: `дата не пізніше ${toDigitalStyle(actDate)}`,
          hint: 'Виправте дату візи або дату документа.',
        };
    }
  },
};
