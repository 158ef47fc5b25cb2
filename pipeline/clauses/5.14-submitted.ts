import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 5.14: projects are handed in in time, so each says on what day it was; the book of projects goes by that day. */
export const projectSubmitted: Rule = {
  id: ruleId('5.14-submitted'),
  clause: '5.14',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.project && traits.collegial,
  *check({ content: { submitted } }) {
    if (submitted !== undefined) return;
    yield {
      at: '/submitted',
      message: 'Немає дати подання проєкту (submitted)',
      expected: 'дата, коли проєкт подано в загальний відділ і на сайт',
      hint: 'Додайте поле submitted: за цією датою проєкт заносять до книги проєктів.',
    };
  },
};
