import { isWithin, toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { countedMembers, countsMembers } from './draft/counted-members.js';

/** R 6.1: the total membership by which votes are counted is the one the office has on record for the day. */
export const membership: Rule = {
  id: ruleId('6.1-membership'),
  clause: '6.1',
  severity: 'refuse',
  needs: 'office',
  appliesTo: countsMembers,
  *check({ content }, { kind, traits, office }) {
    const date = kind.dateOf(content);
    if (date === undefined) return;
    const body = traits.issuer === 'council' ? 'council' : 'executive-committee';
    const known = office.membership.filter((entry) => entry.body === body && isWithin(date, entry)).map((entry) => entry.total);
    const day = toDigitalStyle(date);
    for (const { at, total } of countedMembers(content)) {
      if (total === undefined || known.includes(total)) continue;
      yield known.length === 0
        ? {
            at: `${at}/date`,
            message: `У налаштуваннях немає загального складу виконавчого органу на ${day}`,
            expected: 'загальний склад на дату прийняття',
            hint: 'Перевірте дату прийняття; якщо вона правильна, адміністратор має доповнити налаштування (membership).',
          }
        : {
            at: `${at}/total`,
            message: `Загальний склад (total) ${total} не збігається з тим, що затверджено на ${day}`,
            expected: known.join(' або '),
            hint: 'Виправте загальний склад; якщо він змінився, адміністратор має доповнити налаштування (membership).',
          };
    }
  },
};
