import { toDigitalStyle } from '../model/date.js';
import { pointerTo, type Remark, ruleId } from '../model/finding.js';
import { ordinaryMeeting } from '../model/meeting-terms.js';
import type { Rule } from '../model/rule.js';

const MONTHS = 12;

/** R 2.1, 4.2: the committee meets every month, on its second Tuesday; a plan that says otherwise is taken, with a remark that tells the day. */
export const plannedMeetings: Rule = {
  id: ruleId('4.2-meetings'),
  clause: '4.2',
  severity: 'warn',
  needs: 'office',
  appliesTo: (traits) => traits.plans === 'year',
  *check({ content: { year, meetingDates } }, world): Iterable<Remark> {
    if (year === undefined || meetingDates.length === 0) return;
    for (let month = 1; month <= MONTHS; month += 1) {
      const day = ordinaryMeeting(year, month, world);
      const planned = meetingDates.filter((date) => date.startsWith(day.slice(0, 7)));
      if (planned.includes(day)) continue;
      const [first] = planned;
      yield {
        at: first === undefined ? '/meetingDates' : pointerTo('/meetingDates', meetingDates.indexOf(first)),
        message:
          first === undefined
            ? `На ${day.slice(5, 7)}.${year} не заплановано жодного засідання`
            : `Засідання ${toDigitalStyle(first)} заплановано не на другий вівторок місяця`,
        expected: `чергове засідання ${toDigitalStyle(day)}`,
        hint: 'Чергові засідання проводять у другий вівторок кожного місяця; перевірте дату.',
      };
    }
  },
};
