import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { inventoryRemarks, namedInventories } from './draft/named-inventories.js';

/** R 28.9: cases are received by inventories that are registered. */
export const receivedByInventory: Rule = {
  id: ruleId('28.9-inventories'),
  clause: '28.9',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'receives',
  async check({ content }, world) {
    if (content.inventories.length === 0)
      return [
        {
          at: '/inventories',
          message: 'Не вказано, за яким описом приймають справи (inventories)',
          expected: 'серія, дата і номер опису справ',
          hint: 'Додайте опис: справи приймають лише за описом.',
        },
      ];
    return (await namedInventories(content, world)).flatMap(inventoryRemarks);
  },
};
