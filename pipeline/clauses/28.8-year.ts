import { yearOf } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 28.8: an inventory is of one category and of a year that is over, for all its cases are finished. */
export const inventoryYear: Rule = {
  id: ruleId('28.8-year'),
  clause: '28.8',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.archives === 'lists',
  check({ content: { year, category, ...content } }, { kind }) {
    const remarks: Remark[] = [];
    if (year === undefined)
      remarks.push({
        at: '/year',
        message: 'Не вказано, за який рік складено опис (year)',
        expected: 'рік',
        hint: 'Додайте рік, за який складено опис.',
      });
    if (category === undefined)
      remarks.push({
        at: '/category',
        message: 'Не вказано категорії справ (category)',
        expected: 'permanent (постійні), personnel (з особового складу), long-term (тривалі), temporary (тимчасові)',
        hint: 'Описи складають окремо за категоріями справ.',
      });
    const date = kind.dateOf({ ...content, year, category });
    if (year !== undefined && date !== undefined && yearOf(date) <= year)
      remarks.push({
        at: '/year',
        message: `Рік ${year} на день складення опису ще не закінчився`,
        expected: `рік до ${yearOf(date)}`,
        hint: 'Складіть опис, коли справи року закінчено і закрито.',
      });
    return remarks;
  },
};
