import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { personRemarks, samePersonRemarks } from './draft/person-remarks.js';
import { unitRemarks } from './draft/unit-remarks.js';

/** R 14.8, 28.10: an act about a unit's cases names the unit, who gives them and who takes them. */
export const handoverPersons: Rule = {
  id: ruleId('14.8-persons'),
  clause: '14.8',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.archives === 'hands-over' || traits.archives === 'succeeds',
  check({ content: { unit, giver, receiver } }, { office }) {
    const hint = 'Впишіть посаду, імʼя та прізвище.';
    return [
      ...unitRemarks(unit, '/unit', 'справи якого передають', office),
      ...personRemarks(giver, '/giver', 'того, хто здає справи', hint),
      ...personRemarks(receiver, '/receiver', 'того, хто приймає справи', hint),
      ...samePersonRemarks(giver, receiver),
    ];
  },
};
