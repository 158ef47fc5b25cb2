import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { areMinutes } from './draft/meeting-items.js';

/** R 4.13: minutes are signed when the meeting is over. */
export const minutesSigned: Rule = {
  id: ruleId('4.13-date'),
  clause: '4.13',
  severity: 'refuse',
  needs: 'office',
  appliesTo: areMinutes,
  *check({ content: { meeting, signing } }, { today }) {
    const { date } = signing ?? {};
    if (date === undefined || meeting?.date === undefined || (date >= meeting.date && date <= today)) return;
    yield {
      at: '/signing/date',
      message: `Протокол засідання ${toDigitalStyle(meeting.date)} не міг бути підписаний ${toDigitalStyle(date)}`,
      expected: `дата від ${toDigitalStyle(meeting.date)} до сьогодні`,
      hint: 'Виправте дату підписання (signing.date) або дату засідання.',
    };
  },
};
