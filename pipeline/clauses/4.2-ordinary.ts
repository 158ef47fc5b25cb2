import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import { isOrdinaryMeeting, ordinaryMeeting } from '../model/meeting-terms.js';
import type { Rule } from '../model/rule.js';

/** R 4.2: the committee meets on the second Tuesday of a month, on other days where there is need. */
export const ordinaryDay: Rule = {
  id: ruleId('4.2-ordinary'),
  clause: '4.2',
  severity: 'warn',
  needs: 'office',
  appliesTo: (traits) => traits.meets === 'tables',
  *check({ content: { meeting } }, world) {
    const { body, date, extraordinary = false } = meeting ?? {};
    if (body !== 'committee' || date === undefined || extraordinary || isOrdinaryMeeting(date, world)) return;
    const due = ordinaryMeeting(Number(date.slice(0, 4)), Number(date.slice(5, 7)), world);
    yield {
      at: '/meeting/date',
      message: `Чергове засідання призначено на ${toDigitalStyle(date)}, а це не другий вівторок місяця`,
      expected: toDigitalStyle(due),
      hint: 'Виправте дату або позначте засідання позачерговим (extraordinary).',
    };
  },
};
