import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { doomedRemarks } from './draft/doomed-volumes.js';

/** R 28.2, 28.4: an expert commission has decided, in minutes on record, that the case is to be destroyed. */
export const doomedAppraised: Rule = {
  id: ruleId('28.2-minutes'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'destroys',
  check({ content }, world) {
    return doomedRemarks(content, world, ({ name, standing: { appraised } }) => {
      if (appraised?.decision === 'destroy') return undefined;
      const message =
        appraised === null
          ? `${name}: немає протоколу експертної комісії з рішенням про знищення`
          : `${name}: за протоколом № ${appraised.by.number} експертна комісія не вирішила її знищити`;
      return { message, expected: 'рішення комісії destroy (знищити)', hint: 'Спершу подайте протокол експертної комісії.' };
    });
  },
};
