import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 27.13: an additional agreement has a list of changes, which gives the new wording of each clause that it changes or adds. */
export const amendmentChanges: Rule = {
  id: ruleId('27.13-changes'),
  clause: '27.13',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.marks === 'amends',
  *check({ content: { edits } }) {
    if (edits.length === 0)
      yield {
        at: '/edits',
        message: 'Немає переліку змін (edits)',
        expected: 'кожен пункт договору, що змінюється, у новій редакції',
        hint: 'Додайте перелік змін: номер пункту (point) і нову редакцію (text).',
      };
    for (const [index, { point, how, text }] of edits.entries()) {
      const lacks = [
        point === undefined ? 'номер пункту (point)' : '',
        text === undefined && how !== 'delete' ? 'нову редакцію (text)' : '',
      ];
      if (lacks.every((field) => field === '')) continue;
      yield {
        at: pointerTo('/edits', index),
        message: `У зміні ${index + 1} не вказано: ${lacks.filter((field) => field !== '').join(', ')}`,
        expected: 'номер пункту договору та його нова редакція',
        hint: 'Доповніть перелік змін; пункт, який вилучають, позначте дією delete.',
      };
    }
  },
};
