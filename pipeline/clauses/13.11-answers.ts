import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

const NEEDED = [
  ['date', 'дати'],
  ['number', 'номера'],
] as const;

/** R 13.11: a letter that answers refers to what it answers, by date and number. */
export const letterAnswers: Rule = {
  id: ruleId('13.11-answers'),
  clause: '13.11',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.outgoing,
  *check({ content }) {
    const { answers } = content;
    if (answers === undefined) return;
    for (const [key, name] of NEEDED) {
      if (answers[key] !== undefined) continue;
      yield {
        at: `/answers/${key}`,
        message: `У посиланні на документ, на який відповідають (answers), немає ${name} (${key})`,
        expected: 'дата і номер документа, на який відповідають',
        hint: 'Візьміть дату і номер з документа, що надійшов.',
      };
    }
  },
};
