import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 5.11: who proposes to repeal or amend an act hands in a written explanation with the draft. */
export const changeExplained: Rule = {
  id: ruleId('5.11-explanation'),
  clause: '5.11',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.changesActs && traits.administrative && (traits.issuer === 'committee' || traits.issuer === 'head'),
  *check({ content }) {
    for (const [index, { how, explanation }] of content.changes.entries()) {
      if (how === 'suspends' || how === 'resumes' || explanation !== undefined) continue;
      yield {
        at: `${pointerTo('/changes', index)}/explanation`,
        message: 'Немає письмового пояснення, чому змінюють або скасовують документ (explanation)',
        expected: 'причини зміни чи скасування',
        hint: 'Додайте пояснення до запису про цю зміну (changes).',
      };
    }
  },
};
