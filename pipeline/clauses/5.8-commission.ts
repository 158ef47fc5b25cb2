import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';

/** R 5.8: the composition of a commission that prepares a question is approved by an order of the head, which is on record. */
export const commissionApproved: Rule = {
  id: ruleId('5.8-commission'),
  clause: '5.8',
  severity: 'warn',
  needs: 'register',
  appliesTo: (traits) => traits.administrative,
  async check({ content }, { register }) {
    const approval = content.commission?.order;
    if (approval === undefined || (await register.act(approval)) !== undefined) return [];
    const { date, number } = approval;
    const named = `${date === undefined ? '' : ` від ${toDigitalStyle(date)}`}${number === undefined ? '' : ` № ${excerpt(number)}`}`;
    return [
      {
        at: '/commission/order',
        message:
          named === ''
            ? 'Не вказано, яким розпорядженням затверджено склад комісії (order)'
            : `У реєстрі немає розпорядження${named}, яким затверджено склад комісії`,
        expected: 'серія (series), дата (date) і номер (number) зареєстрованого розпорядження',
        hint: 'Перевірте реквізити розпорядження.',
      },
    ];
  },
};
