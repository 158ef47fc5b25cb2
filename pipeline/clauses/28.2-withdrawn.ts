import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { doomedRemarks } from './draft/doomed-volumes.js';

/** R 4.17, 28.2: a case that was lent comes back before anything is done to it. */
export const doomedPresent: Rule = {
  id: ruleId('28.2-withdrawn'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'destroys',
  check({ content }, world) {
    return doomedRemarks(content, world, ({ name, standing: { withdrawn } }) => {
      if (withdrawn === null) return undefined;
      const message = `${name} вилучена за актом № ${withdrawn.by.number} від ${toDigitalStyle(withdrawn.by.date)} і не повернена`;
      return { message, expected: 'справа, яка є на місці', hint: 'Спершу подайте акт про повернення справи.' };
    });
  },
};
