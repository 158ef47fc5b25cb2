import type { Person } from '../model/draft.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { Norms } from '../model/norms.js';
import type { Rule } from '../model/rule.js';
import { type ControlPoint, controlPoints } from './draft/control-points.js';
import { excerpt } from './draft/excerpt.js';
import { positionInOrder, stemsOf } from './draft/stems.js';
import { namesPerson } from './draft/surname.js';

/** R 5.6: somebody is charged with control of the act as a whole, in a point and in `control`, and both name the same person. */
export const control: Rule = {
  id: ruleId('5.6-control'),
  clause: '5.6',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }, { kind, norms }) {
    if (content.operative.length === 0) return;
    const points = controlPoints(content, kind);
    const post = content.control?.post;
    if (points.length === 0)
      yield {
        at: '/operative',
        message: 'Немає пункту про контроль за виконанням документа в цілому',
        expected: 'пункт на зразок «Контроль за виконанням цього рішення покласти на …»',
        hint: 'Додайте такий пункт, звичайно останнім у розпорядчій частині.',
      };
    if (post === undefined)
      yield {
        at: '/control/post',
        message: 'Не вказано посаду того, на кого покладено контроль (control.post)',
        expected: 'посада, названа в пункті про контроль',
        hint: 'Додайте поле control з посадою (post) у називному відмінку.',
      };
    if (points.length > 0 && post !== undefined) yield* agreement(points, { ...content.control, post }, norms);
  },
};

function* agreement(points: readonly ControlPoint[], { post, name }: Person & { readonly post: string }, norms: Norms): Iterable<Remark> {
  const numbers = points.map(({ point }) => excerpt(point.n)).join(', ');
  if (!points.some(({ stems }) => namesPost(stemsOf(post), stems, norms)))
    yield {
      at: '/control/post',
      message: `Контроль (control) покладено на посаду «${excerpt(post)}», а пункт ${numbers} про контроль такої посади не називає`,
      expected: 'одна й та сама посада в полі control і в пункті про контроль',
      hint: 'Виправте посаду в полі control або в пункті.',
    };
  if (name !== undefined && !points.some(({ stems }) => namesPerson(name, stems)))
    yield {
      at: '/control/name',
      message: `У полі контролю (control) названо «${excerpt(name)}», а пункт ${numbers} про контроль цієї особи не називає`,
      expected: 'одна й та сама особа в полі control і в пункті про контроль',
      hint: 'Виправте імʼя або приберіть поле name, якщо в пункті названо лише посаду.',
    };
}

/** A post's words in order; `заступника міського голови` does not name `міський голова`. */
function namesPost(post: readonly string[], stems: readonly string[], { deputyWords }: Norms): boolean {
  const deputies = new Set(deputyWords.flatMap(stemsOf));
  for (let at = positionInOrder(post, stems); at >= 0; at = positionInOrder(post, stems, at + 1)) {
    if (!deputies.has(stems[at - 1] ?? '')) return true;
  }
  return false;
}
