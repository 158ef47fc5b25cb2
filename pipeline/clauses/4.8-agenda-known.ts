import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { areMinutes } from './draft/meeting-items.js';

/** R 4.8: a meeting goes by its agenda, so one is on record before the minutes. */
export const agendaKnown: Rule = {
  id: ruleId('4.8-agenda-known'),
  clause: '4.8',
  severity: 'warn',
  needs: 'register',
  appliesTo: areMinutes,
  async check({ content: { meeting } }, { projects }) {
    if (meeting?.body === undefined || meeting.date === undefined) return [];
    if ((await projects.agendaOf(meeting.body, meeting.date)) !== undefined) return [];
    return [
      {
        at: '/meeting/date',
        message: `Порядку денного засідання ${toDigitalStyle(meeting.date)} немає в реєстрі, тож протокол із ним не звірено`,
        expected: 'порядок денний цього засідання',
        hint: 'Перевірте дату засідання; порядок денний реєструють до засідання.',
      },
    ];
  },
};
