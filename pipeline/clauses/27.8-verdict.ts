import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 27.8, 27.11: the legal department says of a contract whether it is registered, refused, or what more is asked; grounds are those of a refusal. */
export const verdictGiven: Rule = {
  id: ruleId('27.8-verdict'),
  clause: '27.8',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.examines === 'verdict',
  *check({ content: { verdict, grounds } }) {
    if (verdict === undefined)
      yield {
        at: '/verdict',
        message: 'Не вказано висновку (verdict)',
        expected: 'register (зареєструвати), refuse (відмовити) або ask (запросити матеріали)',
        hint: 'Додайте поле verdict.',
      };
    else if (verdict !== 'refuse' && grounds.length > 0)
      yield {
        at: '/grounds',
        message: 'Підстави відмови (grounds) вказано, а висновок не про відмову',
        expected: 'підстави лише за висновку refuse',
        hint: 'Приберіть підстави або виправте висновок (verdict).',
      };
  },
};
