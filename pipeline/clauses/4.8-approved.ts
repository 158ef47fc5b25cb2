import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import { latestAgenda } from '../model/meeting-terms.js';
import type { Rule } from '../model/rule.js';
import { isLate } from '../model/term-norm.js';

/** R 4.8: an agenda is approved five days before the meeting. A later one is taken: the meeting is the head's to call. */
export const agendaApproved: Rule = {
  id: ruleId('4.8-approved'),
  clause: '4.8',
  severity: 'warn',
  needs: 'office',
  appliesTo: (traits) => traits.meets === 'tables',
  *check({ content }, world) {
    const approved = world.kind.dateOf(content);
    const meeting = content.meeting?.date;
    if (approved === undefined || meeting === undefined) return;
    const term = latestAgenda(meeting, world);
    if (!isLate(approved, term, world)) return;
    yield {
      at: '/signing/date',
      message: `Порядок денний засідання ${toDigitalStyle(meeting)} затверджено ${toDigitalStyle(approved)}, після строку`,
      expected: `дата затвердження не пізніше ніж ${toDigitalStyle(term.due)}`,
      hint: 'Перевірте дати засідання (meeting.date) і затвердження (signing.date).',
    };
  },
};
