import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { doomedRemarks } from './draft/doomed-volumes.js';

/** R 28.2: only what is finished is destroyed: the case is closed. */
export const doomedClosed: Rule = {
  id: ruleId('28.2-closed'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'destroys',
  check({ content }, world) {
    return doomedRemarks(content, world, ({ name, standing: { closed } }) => {
      if (closed !== null) return undefined;
      return { message: `${name} не закрита`, expected: 'закрита справа', hint: 'Спершу закрийте справу.' };
    });
  },
};
