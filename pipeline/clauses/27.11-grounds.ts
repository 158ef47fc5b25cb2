import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 27.11, 27.12: a refusal says its grounds in words, each with the clause of the regulation or the norm of the law. */
export const refusalGrounds: Rule = {
  id: ruleId('27.11-grounds'),
  clause: '27.11',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.examines === 'verdict',
  *check({ content: { verdict, grounds } }) {
    if (verdict === 'refuse' && grounds.length === 0)
      yield {
        at: '/grounds',
        message: 'Не вказано підстав, з яких договір не реєструють (grounds)',
        expected: 'щонайменше одна підстава із пунктом Регламенту або нормою закону',
        hint: 'Додайте кожну підставу: зміст (text) і пункт Регламенту (clause) або норму закону (law).',
      };
    for (const [index, { text, clause, law }] of grounds.entries()) {
      if (text === undefined)
        yield {
          at: pointerTo('/grounds', index, 'text'),
          message: `Підстава ${index + 1} не має змісту (text)`,
          expected: 'що саме не відповідає вимогам',
          hint: 'Опишіть підставу словами, зрозумілими сторонам.',
        };
      if (clause === undefined && law === undefined)
        yield {
          at: pointerTo('/grounds', index),
          message: `Підстава ${index + 1} не посилається ні на пункт Регламенту, ні на норму закону`,
          expected: 'пункт Регламенту (clause) або норма закону (law)',
          hint: 'Договір повертають, якщо документи не відповідають Регламенту (п. 27.11.1) або умови — законодавству (п. 27.11.2).',
        };
    }
  },
};
