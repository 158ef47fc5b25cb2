import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import { minutesDue } from '../model/meeting-terms.js';
import type { Rule } from '../model/rule.js';
import { areMinutes } from './draft/meeting-items.js';

/** R 4.13: minutes are with the head within five days of the meeting; late ones are taken all the same. */
export const minutesInTime: Rule = {
  id: ruleId('4.13-term'),
  clause: '4.13',
  severity: 'warn',
  needs: 'office',
  appliesTo: areMinutes,
  *check({ content: { meeting, signing } }, { norms, calendar }) {
    const { date } = signing ?? {};
    if (date === undefined || meeting?.date === undefined) return;
    const { due: day } = minutesDue(meeting.date, { norms, calendar });
    if (date <= day) return;
    yield {
      at: '/signing/date',
      message: `Протокол підписано ${toDigitalStyle(date)}, а подати його на підпис належало до ${toDigitalStyle(day)}`,
      expected: `не пізніше ${toDigitalStyle(day)}`,
      hint: 'Перевірте дату підписання; запізнілий протокол реєструють так само.',
    };
  },
};
