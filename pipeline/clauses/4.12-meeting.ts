import { ruleId } from '../model/finding.js';
import type { MeetingCard } from '../model/meeting-card.js';
import type { Rule } from '../model/rule.js';
import { areMinutes } from './draft/meeting-items.js';
import { personRemarks } from './draft/person-remarks.js';

const NEEDED = [
  ['body', 'чиє це засідання', 'committee (виконавчий комітет) або council (рада)'],
  ['date', 'дати засідання', 'дата у форматі рррр-мм-дд'],
  ['total', 'загального складу', 'кількість членів за загальним складом'],
  ['present', 'кількості присутніх', 'скільки членів були присутні'],
] as const satisfies readonly (readonly [keyof MeetingCard, string, string])[];

/** R 4.12: minutes say of which meeting they are, how many came, who led it and who kept the minutes. */
export const minutesMeeting: Rule = {
  id: ruleId('4.12-meeting'),
  clause: '4.12',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: areMinutes,
  *check({ content: { meeting } }) {
    if (meeting === undefined) {
      yield {
        at: '/meeting',
        message: 'Немає відомостей про засідання (meeting)',
        expected: 'чиє засідання, дата, загальний склад, присутні, головуючий, секретар',
        hint: 'Додайте поле meeting: body, date, total, present, chair, secretary.',
      };
      return;
    }
    for (const [key, what, expected] of NEEDED) {
      if (meeting[key] !== undefined) continue;
      const lacks = key === 'body' ? `не сказано, ${what}` : `немає ${what}`;
      yield {
        at: `/meeting/${key}`,
        message: `У відомостях про засідання (meeting) ${lacks} (${key})`,
        expected,
        hint: `Додайте поле ${key}.`,
      };
    }
    const hint = 'Вкажіть посаду (post) та імʼя (name).';
    yield* personRemarks(meeting.chair, '/meeting/chair', 'головуючого', hint);
    yield* personRemarks(meeting.secretary, '/meeting/secretary', 'секретаря засідання', hint);
  },
};
