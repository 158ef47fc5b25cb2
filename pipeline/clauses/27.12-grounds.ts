import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 27.12: a contract that is not registered is returned with its grounds in writing. */
export const returnGrounds: Rule = {
  id: ruleId('27.12-grounds'),
  clause: '27.12',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.examines === 'returns',
  *check({ content: { grounds } }) {
    if (grounds.length === 0)
      yield {
        at: '/grounds',
        message: 'Не вказано підстав, з яких договір не реєструють (grounds)',
        expected: 'щонайменше одна підстава',
        hint: 'Додайте кожну підставу: зміст (text) і, де є, пункт Регламенту (clause) чи норму закону (law).',
      };
    for (const [index, { text }] of grounds.entries()) {
      if (text === undefined)
        yield {
          at: pointerTo('/grounds', index, 'text'),
          message: `Підстава ${index + 1} не має змісту (text)`,
          expected: 'що саме не відповідає вимогам',
          hint: 'Опишіть підставу словами, зрозумілими сторонам.',
        };
    }
  },
};
