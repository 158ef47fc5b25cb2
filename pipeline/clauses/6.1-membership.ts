import { isWithin, toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 6.1: the total membership by which votes are counted is the one the office has on record for the day. */
export const membership: Rule = {
  id: ruleId('6.1-membership'),
  clause: '6.1',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.collegial && traits.numbered,
  *check({ content }, { kind, traits, office }) {
    const date = kind.dateOf(content);
    const total = content.adoption?.total;
    if (date === undefined || total === undefined) return;
    const body = traits.issuer === 'council' ? 'council' : 'executive-committee';
    const known = office.membership.filter((entry) => entry.body === body && isWithin(date, entry)).map((entry) => entry.total);
    if (known.includes(total)) return;
    const day = toDigitalStyle(date);
    yield known.length === 0
      ? {
          at: '/adoption/date',
          message: `У налаштуваннях немає загального складу виконавчого органу на ${day}`,
          expected: 'загальний склад на дату прийняття',
          hint: 'Перевірте дату прийняття; якщо вона правильна, адміністратор має доповнити налаштування (membership).',
        }
      : {
          at: '/adoption/total',
          message: `Загальний склад (total) ${total} не збігається з тим, що затверджено на ${day}`,
          expected: known.join(' або '),
          hint: 'Виправте загальний склад; якщо він змінився, адміністратор має доповнити налаштування (membership).',
        };
  },
};
