import type { Point } from '../model/draft.js';
import { pointerTo, type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';

const DEEPEST = 3;

/** R 5.6: points are 1, 2, 3 …, sub-points 3.1 and 3.1.1: no gap, no repeat, no child without its parent, no fourth level. */
export const numbering: Rule = {
  id: ruleId('5.6-numbering'),
  clause: '5.6',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative || traits.errand,
  *check({ content }) {
    yield* numbered(content.operative, '/operative', '', 1);
  },
};

function* numbered(points: readonly Point[], base: string, prefix: string, level: number): Iterable<Remark> {
  if (level > DEEPEST && points.length > 0) {
    yield {
      at: base,
      message: `Підпункти четвертого порядку (${excerpt(points[0]?.n ?? '')}) не передбачені`,
      expected: 'не більше трьох рівнів: 3, 3.1, 3.1.1',
      hint: 'Зробіть ці підпункти підпунктами вищого рівня.',
    };
    return;
  }
  let place = 0;
  for (const [index, point] of points.entries()) {
    const at = pointerTo(base, index);
    const isFlatChild = place > 0 && point.n.startsWith(`${prefix}${place}.`);
    if (!isFlatChild) place += 1;
    const expected = `${prefix}${place}`;
    if (point.n !== expected && point.n !== '')
      yield {
        at: `${at}/n`,
        message: isFlatChild
          ? `Підпункт «${excerpt(point.n)}» стоїть поруч із пунктом «${excerpt(expected)}», а не в ньому`
          : `Пункт має номер «${excerpt(point.n)}», а за порядком це пункт «${excerpt(expected)}»`,
        expected: 'номери підряд арабськими цифрами: 1, 2, 3; 3.1, 3.2; 3.1.1',
        hint: isFlatChild
          ? `Перенесіть підпункт «${excerpt(point.n)}» усередину пункту «${excerpt(expected)}» (points).`
          : `Виправте номер на «${excerpt(expected)}» або додайте пропущений пункт.`,
      };
    yield* numbered(point.points, `${at}/points`, `${point.n}.`, level + 1);
  }
}
