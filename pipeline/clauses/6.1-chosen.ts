import { ruleId } from '../model/finding.js';
import { isAdopted } from '../model/minutes.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { areMinutes, itemAt, itemCalled } from './draft/meeting-items.js';

/** R 6.1: of alternative projects one is adopted at most, and minutes say which. */
export const alternativeChosen: Rule = {
  id: ruleId('6.1-chosen'),
  clause: '6.1',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: areMinutes,
  *check({ content: { items } }) {
    for (const [index, item] of items.entries()) {
      const { chosen, projects } = item;
      const called = itemCalled(item, index);
      const at = itemAt(index, 'chosen');
      const expected = projects.map((project) => excerpt(project)).join(' або ');
      if (chosen === undefined && projects.length > 1 && isAdopted(item))
        yield {
          at,
          message: `${called}: проєктів кілька, а не сказано, який із них прийнято (chosen)`,
          expected,
          hint: 'Вкажіть у полі chosen ідентифікатор прийнятого проєкту.',
        };
      if (chosen !== undefined && !isAdopted(item))
        yield {
          at,
          message: `${called}: проєкт обрано (chosen), але рішення не прийнято`,
          expected: 'без поля chosen',
          hint: 'Приберіть поле chosen або виправте, що вирішено (outcome).',
        };
      else if (chosen !== undefined && !projects.includes(chosen))
        yield {
          at,
          message: `${called}: обраного проєкту «${excerpt(chosen)}» (chosen) немає серед проєктів цього питання`,
          expected: expected === '' ? 'проєкт цього питання' : expected,
          hint: 'Виправте поле chosen або додайте проєкт до питання (projects).',
        };
    }
  },
};
