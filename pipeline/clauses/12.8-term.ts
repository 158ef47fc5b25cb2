import { toDigitalStyle } from '../model/date.js';
import type { Remark } from '../model/finding.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { controlledAct, controlRemarks, tasksMeant } from './draft/controlled-act.js';

/** R 12.8: a term that is extended is one of a task still to be done, and the new day is later; a term that a body has set by vote the body alone moves. */
export const extensionTerm: Rule = {
  id: ruleId('12.8-term'),
  clause: '12.8',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.marks === 'extends',
  async check({ content }, world) {
    const found = await controlledAct(content, world);
    const remarks: Remark[] = controlRemarks(content, found);
    if (found?.content.adoption !== undefined)
      remarks.push({
        at: '/of',
        message: 'Строк, який встановив колегіальний орган, продовжує лише він сам',
        expected: 'проєкт рішення про внесення змін',
        hint: 'Підготуйте проєкт рішення про зміну строку.',
      });
    const { due } = content;
    const last =
      found &&
      tasksMeant(content, found)
        .map((task) => task.due)
        .sort()
        .at(-1);
    if (due === undefined)
      remarks.push({
        at: '/due',
        message: 'Не вказано нового строку (due)',
        expected: 'дата у форматі рррр-мм-дд',
        hint: 'Додайте новий строк.',
      });
    else if (last !== undefined && due <= last)
      remarks.push({
        at: '/due',
        message: `Новий строк (due) ${toDigitalStyle(due)} не пізніший за чинний, ${toDigitalStyle(last)}`,
        expected: `дата після ${toDigitalStyle(last)}`,
        hint: 'Виправте новий строк.',
      });
    return remarks;
  },
};
