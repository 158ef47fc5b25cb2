import { ruleId } from '../model/finding.js';
import { isAdopted } from '../model/minutes.js';
import type { Rule } from '../model/rule.js';
import { areMinutes, itemAt, itemCalled } from './draft/meeting-items.js';

/** R 6.1: a question is adopted by a majority of the total membership, and without one it is rejected: what minutes say was decided is what the votes say. */
export const minutesOutcome: Rule = {
  id: ruleId('6.1-outcome'),
  clause: '6.1',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: areMinutes,
  *check({ content: { meeting, items } }) {
    const { total } = meeting ?? {};
    if (total === undefined) return;
    const needed = Math.floor(total / 2) + 1;
    for (const [index, item] of items.entries()) {
      const inFavour = item.vote?.for;
      if (inFavour === undefined) continue;
      const called = itemCalled(item, index);
      if (isAdopted(item) && inFavour < needed)
        yield {
          at: itemAt(index, 'outcome'),
          message: `${called}: «за» проголосували ${inFavour} із ${total} загального складу, тож рішення не прийнято, а в протоколі воно прийняте`,
          expected: `rejected, або голосів «за» не менше ніж ${needed}`,
          hint: 'Звірте голоси; рішення приймають більшістю від загального складу, а не від присутніх.',
        };
      if (item.outcome === 'rejected' && inFavour >= needed)
        yield {
          at: itemAt(index, 'outcome'),
          message: `${called}: «за» проголосували ${inFavour} із ${total} загального складу, тож рішення прийнято, а в протоколі воно відхилене`,
          expected: `adopted або adopted-changed, або голосів «за» менше ніж ${needed}`,
          hint: 'Звірте голоси і те, що вирішено.',
        };
    }
  },
};
