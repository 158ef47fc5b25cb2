import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { allPoints } from './draft/points.js';

/** R 5.6: a task has both who does it and by when; of an order R 8.3 demands it. */
export const taskTerms: Rule = {
  id: ruleId('5.6-task'),
  clause: '5.6',
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative && (traits.issuer !== 'head' || traits.personnel),
  *check({ content }) {
    for (const { point, at } of allPoints(content)) {
      if (point.executor !== undefined && point.due === undefined)
        yield {
          at: `${at}/due`,
          message: `У пункті ${excerpt(point.n)} названо виконавця (executor), але немає строку (due)`,
          expected: 'строк виконання завдання',
          hint: 'Додайте строк у форматі рррр-мм-дд.',
        };
      if (point.executor === undefined && point.due !== undefined)
        yield {
          at: `${at}/executor`,
          message: `У пункті ${excerpt(point.n)} є строк (due), але не названо виконавця (executor)`,
          expected: 'відповідальний виконавець',
          hint: 'Додайте посаду або підрозділ, що виконує завдання.',
        };
    }
  },
};
