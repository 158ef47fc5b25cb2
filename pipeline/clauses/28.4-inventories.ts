import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { inventoryRemarks, namedInventories } from './draft/named-inventories.js';

/** R 28.4, 28.8: an expert commission approves only inventories that are registered, and by none but such are cases destroyed. */
export const approvedInventories: Rule = {
  id: ruleId('28.4-inventories'),
  clause: '28.4',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'appraises' || traits.archives === 'destroys',
  async check({ content }, world) {
    return (await namedInventories(content, world)).flatMap(inventoryRemarks);
  },
};
