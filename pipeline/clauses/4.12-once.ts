import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { areMinutes } from './draft/meeting-items.js';

/** R 4.12: a meeting has one minutes. */
export const minutesOnce: Rule = {
  id: ruleId('4.12-once'),
  clause: '4.12',
  severity: 'refuse',
  needs: 'register',
  appliesTo: areMinutes,
  async check({ content: { meeting } }, { projects }) {
    if (meeting?.body === undefined || meeting.date === undefined) return [];
    const known = await projects.minutesOf(meeting.body, meeting.date);
    if (known === undefined) return [];
    return [
      {
        at: '/meeting/date',
        message: `Протокол засідання ${toDigitalStyle(meeting.date)} уже зареєстровано: № ${known.number} за ${known.year} рік`,
        expected: 'засідання, протоколу якого ще немає',
        hint: 'Перевірте дату; якщо зареєстрований протокол помилковий, спершу анулюйте його номер.',
      },
    ];
  },
};
