import { pointerTo, type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';

/** R 4.8: the questions of an agenda are numbered from 1 in their order, each with its project or with a title of its own, and no project comes twice. */
export const agendaItems: Rule = {
  id: ruleId('4.8-items'),
  clause: '4.8',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.meets === 'tables',
  check({ content: { items } }) {
    const remarks: Remark[] = [];
    const seen = new Map<string, number>();
    for (const [index, { n, projects, title }] of items.entries()) {
      const at = pointerTo('/items', index);
      const number = String(index + 1);
      if (n !== undefined && n !== number)
        remarks.push({
          at: `${at}/n`,
          message: `Питання має номер «${excerpt(n)}», а за порядком воно ${number}-е`,
          expected: number,
          hint: 'Пронумеруйте питання поспіль від 1 або приберіть номери: програма поставить їх сама.',
        });
      if (projects.length === 0 && title === undefined)
        remarks.push({
          at,
          message: `Питання ${number} не має ні проєкту (projects), ні назви (title)`,
          expected: 'ідентифікатор проєкту рішення або назва питання, до якого проєкту немає',
        });
      for (const [position, project] of projects.entries()) {
        const first = seen.get(project);
        if (first === undefined) seen.set(project, index);
        else
          remarks.push({
            at: pointerTo(at, 'projects', position),
            message: `Проєкт «${excerpt(project)}» уже є в питанні ${first + 1}`,
            expected: 'кожен проєкт у порядку денному один раз',
            hint: 'Приберіть повтор.',
          });
      }
    }
    return remarks;
  },
};
