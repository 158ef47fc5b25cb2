import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { agendaOnRecord, isSameQuestion } from './draft/agenda-on-record.js';
import { areMinutes, itemAt, itemCalled } from './draft/meeting-items.js';

/** R 5.17: beyond the agenda only what is urgent is taken up. */
export const addedUrgent: Rule = {
  id: ruleId('5.17-added'),
  clause: '5.17',
  severity: 'refuse',
  needs: 'register',
  appliesTo: areMinutes,
  async check({ content }, world) {
    const agenda = await agendaOnRecord(content, world);
    if (agenda === undefined) return [];
    return content.items.flatMap((item, index) =>
      item.urgent || agenda.some((one) => isSameQuestion(one, item))
        ? []
        : [
            {
              at: itemAt(index),
              message: `${itemCalled(item, index)}: цього питання немає в порядку денному, а термінове воно чи ні, не сказано (urgent)`,
              expected: 'питання порядку денного або термінове питання',
              hint: 'Якщо питання розглянуто як термінове, вкажіть urgent: true.',
            },
          ],
    );
  },
};
