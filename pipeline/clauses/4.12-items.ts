import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { areMinutes, itemAt, itemCalled } from './draft/meeting-items.js';

/** R 4.12, 6.1: minutes tell of every question what it is and what the meeting made of it, and of no project twice. */
export const minutesItems: Rule = {
  id: ruleId('4.12-items'),
  clause: '4.12',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: areMinutes,
  *check({ content: { items } }) {
    if (items.length === 0) yield none();
    const seen = new Map<string, number>();
    for (const [index, item] of items.entries()) {
      const called = itemCalled(item, index);
      if (item.projects.length === 0 && item.title === undefined)
        yield {
          at: itemAt(index, 'title'),
          message: `${called}: не сказано, про що воно`,
          expected: 'проєкт (projects) або назва питання (title)',
          hint: 'Вкажіть ідентифікатор проєкту, а де проєкту немає — назву питання.',
        };
      if (item.outcome === undefined)
        yield {
          at: itemAt(index, 'outcome'),
          message: `${called}: не сказано, що вирішено (outcome)`,
          expected: 'adopted, adopted-changed, rejected, postponed або heard',
          hint: 'З усіх питань порядку денного виконавчий комітет приймає рішення (п. 6.1 Регламенту).',
        };
      for (const [place, project] of item.projects.entries()) {
        const before = seen.get(project);
        seen.set(project, before ?? index);
        if (before !== undefined) yield twice(project, itemAt(index, 'projects', place), before + 1);
      }
    }
  },
};

function none(): Remark {
  return {
    at: '/items',
    message: 'У протоколі немає жодного питання (items)',
    expected: 'питання порядку денного і те, що з них вирішено',
    hint: 'Додайте питання в порядку їх розгляду.',
  };
}

function twice(project: string, at: string, first: number): Remark {
  return {
    at,
    message: `Проєкт «${excerpt(project)}» уже названо в питанні ${first} протоколу`,
    expected: 'кожен проєкт — в одному питанні',
    hint: 'Залиште проєкт у тому питанні, в якому його розглянуто.',
  };
}
