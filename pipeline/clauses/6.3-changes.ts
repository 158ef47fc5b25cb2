import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { areMinutes, itemAt, itemCalled } from './draft/meeting-items.js';

/** R 6.3: of what is adopted with remarks minutes say what was changed; of all else they say no change. */
export const changesSaid: Rule = {
  id: ruleId('6.3-changes'),
  clause: '6.3',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: areMinutes,
  *check({ content: { items } }) {
    for (const [index, item] of items.entries()) {
      const { outcome, changed } = item;
      const called = itemCalled(item, index);
      if (outcome === 'adopted-changed' && changed.length === 0)
        yield {
          at: itemAt(index, 'changed'),
          message: `${called}: прийнято зі змінами, а не сказано, що змінено (changed)`,
          expected: 'зміни, внесені під час обговорення',
          hint: 'Додайте поле changed, по абзацу на зміну.',
        };
      if (outcome !== undefined && outcome !== 'adopted-changed' && changed.length > 0)
        yield {
          at: itemAt(index, 'changed'),
          message: `${called}: названо зміни (changed), але рішення не прийнято зі змінами`,
          expected: 'adopted-changed або без поля changed',
          hint: 'Якщо проєкт змінено на засіданні, вкажіть outcome: adopted-changed.',
        };
    }
  },
};
