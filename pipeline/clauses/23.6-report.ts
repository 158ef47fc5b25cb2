import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 23.6: a report on a delegation says who came and when, who met it, and what came of it. */
export const delegationReported: Rule = {
  id: ruleId('23.6-report'),
  clause: '23.6',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.tells === 'delegation',
  *check({ content: { delegation, members, body, mailing } }): Iterable<Remark> {
    const parts = [
      ['/delegation/from', delegation?.from !== undefined, 'звідки делегація (delegation.from)'],
      ['/delegation/date', delegation?.date !== undefined, 'дату зустрічі (delegation.date)'],
      ['/members', members.length > 0, 'хто приймав делегацію (members)'],
      ['/body', body.length > 0, 'підсумки зустрічі (body)'],
      ['/mailing', mailing.some(({ to }) => to !== undefined), 'кому передано примірник (mailing)'],
    ] as const;
    for (const [at, isThere, name] of parts) {
      if (isThere) continue;
      yield {
        at,
        message: `У звіті не вказано: ${name}`,
        expected: 'делегація, дата зустрічі, учасники, підсумки та адресат примірника',
        hint: 'Доповніть звіт; примірник передають до відділу організаційно-кадрової роботи.',
      };
    }
  },
};
