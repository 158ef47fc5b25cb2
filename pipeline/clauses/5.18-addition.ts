import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import { latestAddition } from '../model/meeting-terms.js';
import type { Rule } from '../model/rule.js';
import { isLate } from '../model/term-norm.js';
import { awaitedMeeting } from './draft/awaited-meeting.js';

/** R 5.18: an addition to a project that is on the agenda comes not later than the day before the meeting. */
export const additionInTime: Rule = {
  id: ruleId('5.18-addition'),
  clause: '5.18',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.project && traits.issuer === 'committee',
  async check({ content: { id, submitted } }, world) {
    const awaited = await awaitedMeeting(id, world);
    if (awaited === undefined || submitted === undefined) return [];
    const term = latestAddition(awaited.date, world);
    if (!isLate(submitted, term, world)) return [];
    return [
      {
        at: '/submitted',
        message: `Доповнення до проєкту, включеного до порядку денного засідання ${toDigitalStyle(awaited.date)}, подано ${toDigitalStyle(submitted)}`,
        expected: `подання не пізніше ніж ${toDigitalStyle(term.due)}`,
        hint: 'Запропонуйте зміни на засіданні: їх внесуть до протоколу, а прийнятий текст подайте після нього.',
      },
    ];
  },
};
