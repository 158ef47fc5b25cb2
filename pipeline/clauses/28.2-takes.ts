import { pointerTo, type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';

/** R 28.2: which documents form a case is told by their kind or series; of several cases that name the same, the first has all of them. */
export const takesTold: Rule = {
  id: ruleId('28.2-takes'),
  clause: '28.2',
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.archives === 'plans',
  check({ content: { plannedCases } }) {
    const remarks: Remark[] = [];
    const first = new Map<string, string>();
    for (const [position, { index = '', takes }] of plannedCases.entries())
      for (const [place, { kind, series }] of takes.entries()) {
        const at = pointerTo('/plannedCases', position, 'takes', place);
        const documents = [kind, series === undefined ? undefined : `серія ${series}`].filter((part) => part !== undefined).join(', ');
        const other = first.get(documents);
        if (documents === '')
          remarks.push({
            at,
            message: 'Не вказано ні виду (kind), ні серії (series) документів',
            expected: 'вид або серія',
            hint: 'Додайте вид чи серію або приберіть рядок: за ним до справи нічого не потрапить.',
          });
        else if (other !== undefined && other !== index)
          remarks.push({
            at,
            message: `Документи (${excerpt(documents)}) уже формують справу ${excerpt(other)}: до цієї вони самі не потраплять`,
            expected: 'документи, яких не формує інша справа',
            hint: 'Розрізніть справи за серією (series) або переміщуйте документи до цієї справи окремо.',
          });
        else first.set(documents, index);
      }
    return remarks;
  },
};
