import { type Remark, ruleId } from '../model/finding.js';
import type { MeetingCard } from '../model/meeting-card.js';
import type { Rule } from '../model/rule.js';

const NEEDED = [
  ['body', 'чиє засідання', 'committee (виконавчий комітет) або council (рада)'],
  ['date', 'коли засідання', 'дата у форматі рррр-мм-дд'],
  ['time', 'о котрій годині засідання', 'час: 09.00'],
  ['place', 'де засідання', 'місце засідання'],
] as const satisfies readonly (readonly [keyof MeetingCard, string, string])[];

/** R 4.6, 4.8: an agenda tells whose meeting it calls, when and where, and has a question. */
export const agendaMeeting: Rule = {
  id: ruleId('4.8-meeting'),
  clause: '4.8',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.meets === 'tables',
  check({ content: { meeting, items } }) {
    const remarks: Remark[] = NEEDED.filter(([key]) => meeting?.[key] === undefined).map(([key, what, expected]) => ({
      at: `/meeting/${key}`,
      message: `У порядку денному не вказано, ${what} (${key})`,
      expected,
      hint: `Додайте поле ${key} до meeting.`,
    }));
    if (items.length === 0)
      remarks.push({
        at: '/items',
        message: 'У порядку денному немає жодного питання (items)',
        expected: 'питання з проєктами рішень',
        hint: 'Додайте питання: для кожного ідентифікатор проєкту (projects) або назву (title).',
      });
    return remarks;
  },
};
