import { type Remark, ruleId } from '../model/finding.js';
import type { MeetingItem } from '../model/meeting-card.js';
import { isVoted } from '../model/minutes.js';
import type { Rule } from '../model/rule.js';
import { areMinutes, itemAt, itemCalled } from './draft/meeting-items.js';

/** R 6.1: what is adopted or rejected was voted on, and the votes of every question, with those who did not vote, add up to those present. */
export const minutesVotes: Rule = {
  id: ruleId('6.1-votes'),
  clause: '6.1',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: areMinutes,
  *check({ content: { meeting, items } }) {
    for (const [index, item] of items.entries()) yield* votesOf(item, index, meeting?.present);
  },
};

function* votesOf(item: MeetingItem, index: number, present: number | undefined): Iterable<Remark> {
  const { vote } = item;
  const called = itemCalled(item, index);
  if (vote?.for === undefined) {
    if (isVoted(item) || vote !== undefined)
      yield {
        at: itemAt(index, ...(vote === undefined ? ['vote'] : ['vote', 'for'])),
        message: `${called}: немає кількості голосів «за» (vote.for)`,
        expected: 'голоси «за», «проти», утрималися, не голосували',
        hint: 'Додайте поле vote: for, against, abstained, notVoting.',
      };
    return;
  }
  const { against = 0, abstained = 0, notVoting = 0 } = vote;
  const sum = vote.for + against + abstained + notVoting;
  if (present === undefined || sum === present) return;
  yield {
    at: itemAt(index, 'vote'),
    message: `${called}: голоси не сходяться: «за» ${vote.for}, «проти» ${against}, утрималися ${abstained}, не голосували ${notVoting} — разом ${sum}, а присутніх (present) ${present}`,
    expected: 'for + against + abstained + notVoting = present',
    hint: 'Звірте голоси; хто був, але не голосував або вийшов, — у полі notVoting.',
  };
}
