import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { agendaOnRecord, isSameQuestion } from './draft/agenda-on-record.js';
import { areMinutes, itemAt, itemCalled } from './draft/meeting-items.js';

/** R 4.8: questions are taken up in the order of the agenda. */
export const agendaOrder: Rule = {
  id: ruleId('4.8-order'),
  clause: '4.8',
  severity: 'warn',
  needs: 'register',
  appliesTo: areMinutes,
  async check({ content }, world) {
    const agenda = (await agendaOnRecord(content, world)) ?? [];
    let last = -1;
    for (const [index, item] of content.items.entries()) {
      const place = agenda.findIndex((one) => isSameQuestion(one, item));
      if (place < 0) continue;
      if (place < last)
        return [
          {
            at: itemAt(index),
            message: `${itemCalled(item, index)} у порядку денному стоїть раніше, ніж у протоколі`,
            expected: 'питання в порядку їх розгляду, за порядком денним',
            hint: 'Якщо питання справді розглянули в іншому порядку, нічого не змінюйте: рішення одержать номери в порядку протоколу.',
          },
        ];
      last = place;
    }
    return [];
  },
};
