import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { doomedRemarks } from './draft/doomed-volumes.js';

/** R 28.2: what is destroyed is destroyed once. */
export const doomedOnce: Rule = {
  id: ruleId('28.2-destroyed'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'destroys',
  check({ content }, world) {
    return doomedRemarks(content, world, ({ name, standing: { destroyed } }) => {
      if (destroyed === null) return undefined;
      const message = `${name} вже знищена за актом № ${destroyed.by.number}`;
      return { message, expected: 'справа, яка зберігається', hint: 'Приберіть справу з акта.' };
    });
  },
};
