import type { DraftContent } from '../../model/draft.js';
import type { Remark } from '../../model/finding.js';
import { excerpt } from './excerpt.js';
import { allPoints } from './points.js';

/** What an act lacks that must set tasks, each with who does it and by when; `whose` names it in the genitive, which is its nominative too. */
export function* taskRemarks(content: DraftContent, whose: 'розпорядження' | 'доручення'): Iterable<Remark> {
  const points = allPoints(content);
  if (points.length === 0) return;
  if (!points.some(({ point }) => point.executor !== undefined || point.due !== undefined))
    yield {
      at: '/operative',
      message: `${whose === 'доручення' ? 'Доручення' : 'Розпорядження'} не називає ні виконавця (executor), ні строку (due) жодного завдання`,
      expected: 'хоча б один пункт із виконавцем і строком',
      hint: 'Додайте до пунктів відповідальних виконавців і строки у форматі рррр-мм-дд.',
    };
  for (const { point, at } of points) {
    if ((point.executor === undefined) === (point.due === undefined)) continue;
    const lacks = point.due === undefined ? 'due' : 'executor';
    yield {
      at: `${at}/${lacks}`,
      message: `У пункті ${excerpt(point.n)} ${whose} не вказано ${lacks === 'due' ? 'строку (due)' : 'виконавця (executor)'}`,
      expected: lacks === 'due' ? 'конкретний строк виконання завдання' : 'відповідальний за виконання завдання',
      hint: lacks === 'due' ? 'Додайте строк у форматі рррр-мм-дд.' : 'Додайте посаду або підрозділ, що виконує завдання.',
    };
  }
}
