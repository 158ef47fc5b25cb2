import { ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { permanentUnapproved } from './draft/permanent-inventories.js';

/** R 28.2, 28.8: cases of a year are destroyed only after an expert commission has approved the inventory of what that year leaves for ever. */
export const doomedAfterInventory: Rule = {
  id: ruleId('28.2-inventory'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'destroys',
  async check({ content }, world) {
    const unapproved = new Map<number, readonly string[]>();
    const remarks = [];
    for (const { year, at } of await knownCases(content, world)) {
      const lacking = unapproved.get(year) ?? (await permanentUnapproved(world.archive, year));
      unapproved.set(year, lacking);
      if (lacking.length === 0) continue;
      remarks.push({
        at,
        message: `Опис справ постійного зберігання за ${year} рік не схвалено експертною комісією; поза схваленими описами: ${lacking.join(', ')}`,
        expected: 'схвалений опис справ постійного зберігання за цей рік',
        hint: 'Спершу складіть опис постійних справ цього року і подайте протокол комісії, який його схвалює.',
      });
    }
    return remarks;
  },
};
