import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { doomedRemarks } from './draft/doomed-volumes.js';

/** R 28.2: a case whose destruction is forbidden until further notice stays, whatever its term. */
export const doomedFree: Rule = {
  id: ruleId('28.2-held'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'destroys',
  check({ content }, world) {
    return doomedRemarks(content, world, ({ name, standing: { holds } }) => {
      const [hold] = holds;
      if (hold === undefined) return undefined;
      const message = `${name}: знищення заборонено документом № ${hold.by.number} від ${toDigitalStyle(hold.by.date)}`;
      return { message, expected: 'справа без заборони', hint: 'Приберіть справу з акта або дочекайтеся, поки заборону знімуть.' };
    });
  },
};
