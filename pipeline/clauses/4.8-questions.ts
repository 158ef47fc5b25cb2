import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { agendaOnRecord, isSameQuestion } from './draft/agenda-on-record.js';
import { excerpt } from './draft/excerpt.js';
import { areMinutes } from './draft/meeting-items.js';

/** R 4.8, 6.1: minutes tell of every question and every project of the agenda, be it that it was put off. */
export const agendaQuestions: Rule = {
  id: ruleId('4.8-questions'),
  clause: '4.8',
  severity: 'refuse',
  needs: 'register',
  appliesTo: areMinutes,
  async check({ content }, world) {
    const agenda = (await agendaOnRecord(content, world)) ?? [];
    const named = new Set(content.items.flatMap(({ projects }) => projects));
    return agenda.flatMap((item, index): Remark[] => {
      const missing = item.projects.filter((project) => !named.has(project));
      if (missing.length === 0 && content.items.some((other) => isSameQuestion(item, other))) return [];
      const what = missing.length === 0 ? `«${excerpt(item.title ?? '')}»` : missing.map((project) => `«${excerpt(project)}»`).join(', ');
      return [
        {
          at: '/items',
          message: `У протоколі немає питання ${item.n ?? index + 1} порядку денного: ${what}`,
          expected: 'усі питання порядку денного',
          hint: 'Додайте це питання; якщо його не розглянули, вкажіть outcome: postponed.',
        },
      ];
    });
  },
};
