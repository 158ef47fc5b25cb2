import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { unitRemarks } from './draft/unit-remarks.js';

/** A unit that a document about cases names is one of the office; that it must name one, other rules tell. */
export const unitKnown: Rule = {
  id: ruleId('T-unit'),
  clause: null,
  severity: 'refuse',
  needs: 'office',
  appliesTo: ({ archives }) => archives === 'closes' || archives === 'appraises' || archives === 'lists' || archives === 'destroys',
  check({ content: { unit } }, { office }) {
    return unit === undefined ? [] : unitRemarks(unit, '/unit', 'справи якого названо', office);
  },
};
