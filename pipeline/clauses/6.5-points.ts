import { pointerTo, type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';

/** R 6.5: an extract quotes points that its act has, under their own numbers. */
export const quotedPoints: Rule = {
  id: ruleId('6.5-points'),
  clause: '6.5',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.quotes && traits.inPart,
  async check({ content: { points } }, { quoted }): Promise<readonly Remark[]> {
    const there = quoted?.view.points.map(({ number }) => number.replace(/\.$/u, ''));
    const expected = there === undefined ? 'номери пунктів документа' : `один або кілька з пунктів: ${there.slice(0, MOST).join(', ')}`;
    if (points.length === 0)
      return [
        { at: '/points', message: 'Не вказано, які пункти видати (points)', expected, hint: 'Додайте номери пунктів: ["1", "2.1"].' },
      ];
    if (there === undefined) return [];
    return points.flatMap((n, index) =>
      there.includes(n.replace(/\.$/u, ''))
        ? []
        : [
            {
              at: pointerTo('/points', index),
              message: `Пункту ${excerpt(n)} у документі немає`,
              expected,
              hint: 'Вкажіть номер пункту так, як у документі, без крапки в кінці.',
            },
          ],
    );
  },
};

/** Numbers that a message lists. */
const MOST = 40;
