import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import { adoptionBy, isSameAdoption } from '../model/minutes.js';
import type { Rule } from '../model/rule.js';
import { voteLine } from './draft/vote-words.js';

/** R 6.1: where the minutes are on record, an act that comes after them was adopted by them, on the day and by the vote that they tell of. */
export const adoptedByMinutes: Rule = {
  id: ruleId('6.1-minutes'),
  clause: '6.1',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.collegial && traits.numbered,
  async check({ content: { id, adoption } }, { projects }) {
    const decided = id === undefined ? null : (await projects.standing(id)).decided;
    if (id === undefined || adoption?.date === undefined) return [];
    if (decided?.how !== 'adopts' && decided?.how !== 'adopts-changed') return [];
    const minutes = `протоколом засідання ${toDigitalStyle(decided.date)} № ${decided.by.number}`;
    const draft = await projects.draftOf(decided.by);
    const item = draft?.content.items.find(({ projects: named }) => named.includes(id));
    if (draft?.content.meeting === undefined || item === undefined) return [];
    const vote = adoptionBy(draft.content.meeting, item);
    if (isSameAdoption(adoption, vote)) return [];
    return [
      {
        at: '/adoption',
        message: `Дата або голоси (${voteLine(adoption)}) не такі, як за ${minutes} (${voteLine(vote)})`,
        expected: voteLine(vote),
        hint: 'Візьміть дату і голоси з протоколу.',
      },
    ];
  },
};
