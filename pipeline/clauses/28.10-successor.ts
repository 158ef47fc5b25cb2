import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { unitRemarks } from './draft/unit-remarks.js';

/** R 28.10: the cases of a unit that is closed go to its successor, a unit that there is, or where there is none to the archive department. */
export const successorKnown: Rule = {
  id: ruleId('28.10-successor'),
  clause: '28.10',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.archives === 'succeeds',
  check({ content: { unit, successor } }, { office }) {
    if (successor === undefined) return [];
    if (successor === unit)
      return [
        {
          at: '/successor',
          message: 'Правонаступник — той самий підрозділ, який ліквідовано (successor)',
          expected: 'інший підрозділ, або порожньо, якщо правонаступника немає',
          hint: 'Вкажіть правонаступника; без нього справи переходять до архівного відділу.',
        },
      ];
    return unitRemarks(successor, '/successor', 'до якого переходять справи', office);
  },
};
