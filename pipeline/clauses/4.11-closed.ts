import { type Remark, ruleId } from '../model/finding.js';
import type { MeetingItem } from '../model/meeting-card.js';
import type { Rule } from '../model/rule.js';
import { areMinutes, itemAt, itemCalled } from './draft/meeting-items.js';

/** R 4.11: a sitting, or one question of it, is closed on a ground in law, by a majority of the members who are present. */
export const closedSitting: Rule = {
  id: ruleId('4.11-closed'),
  clause: '4.11',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: areMinutes,
  *check({ content: { meeting, items } }) {
    yield* closedRemarks(meeting?.closed, '/meeting/closed', 'Закрите засідання', meeting?.present);
    for (const [index, item] of items.entries())
      yield* closedRemarks(item.closed, itemAt(index, 'closed'), `${itemCalled(item, index)}: закритий розгляд`, meeting?.present);
  },
};

function* closedRemarks(closed: MeetingItem['closed'], at: string, what: string, present: number | undefined): Iterable<Remark> {
  if (closed === undefined) return;
  const { ground, for: inFavour } = closed;
  if (ground === undefined)
    yield {
      at: `${at}/ground`,
      message: `${what}: немає підстави в законі (ground)`,
      expected: 'норма закону, за якою засідання може бути закритим',
      hint: 'Додайте поле ground зі статтею закону.',
    };
  if (inFavour === undefined)
    yield {
      at: `${at}/for`,
      message: `${what}: не вказано, скільки присутніх членів проголосували за це (for)`,
      expected: 'кількість голосів «за»',
      hint: 'Додайте поле for.',
    };
  else if (present !== undefined && (inFavour * 2 <= present || inFavour > present))
    yield {
      at: `${at}/for`,
      message: `${what}: «за» проголосували ${inFavour} із ${present} присутніх`,
      expected: `більшість присутніх: від ${Math.floor(present / 2) + 1} до ${present}`,
      hint: 'Звірте кількість голосів; без більшості присутніх засідання не може бути закритим.',
    };
}
