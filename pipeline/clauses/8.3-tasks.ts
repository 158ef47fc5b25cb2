import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { allPoints } from './draft/points.js';

/** R 8.3: an order names who carries its tasks out and by when; who controls it, R 5.6 asks. */
export const orderTasks: Rule = {
  id: ruleId('8.3-tasks'),
  clause: '8.3',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative && traits.issuer === 'head' && !traits.personnel,
  *check({ content }) {
    const points = allPoints(content);
    if (points.length === 0) return;
    if (!points.some(({ point }) => point.executor !== undefined || point.due !== undefined))
      yield {
        at: '/operative',
        message: 'Розпорядження не називає ні виконавця (executor), ні строку (due) жодного завдання',
        expected: 'хоча б один пункт із виконавцем і строком',
        hint: 'Додайте до пунктів відповідальних виконавців і строки у форматі рррр-мм-дд.',
      };
    for (const { point, at } of points) {
      if ((point.executor === undefined) === (point.due === undefined)) continue;
      const lacks = point.due === undefined ? 'due' : 'executor';
      yield {
        at: `${at}/${lacks}`,
        message: `У пункті ${excerpt(point.n)} розпорядження не вказано ${lacks === 'due' ? 'строку (due)' : 'виконавця (executor)'}`,
        expected: lacks === 'due' ? 'конкретний строк виконання завдання' : 'відповідальний за виконання завдання',
        hint: lacks === 'due' ? 'Додайте строк у форматі рррр-мм-дд.' : 'Додайте посаду або підрозділ, що виконує завдання.',
      };
    }
  },
};
