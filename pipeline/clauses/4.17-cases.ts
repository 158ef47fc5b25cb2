import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { volumeCalled } from './draft/case-called.js';

/** R 4.17: what is lent already cannot be lent. */
export const withdrawalCases: Rule = {
  id: ruleId('4.17-cases'),
  clause: '4.17',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'lends',
  async check({ content }, world) {
    return (await knownCases(content, world)).flatMap((named) =>
      named.volumes.flatMap(({ volume, standing: { withdrawn } }) =>
        withdrawn === null
          ? []
          : [
              {
                at: named.at,
                message: `${volumeCalled(named, volume)} вже вилучена за актом № ${withdrawn.by.number} від ${toDigitalStyle(withdrawn.by.date)}`,
                expected: 'справа, яка є на місці',
                hint: 'Перевірте індекс і рік справи; якщо її повернули, спершу подайте акт про повернення.',
              },
            ],
      ),
    );
  },
};
