import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { positionInOrder, stemsOf } from './draft/stems.js';

/** R 22.3, 22.4: an act whose title founds a commission says of it what these clauses want. */
export const commissionDescribed: Rule = {
  id: ruleId('22.4-founding'),
  clause: '22.4',
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }, { norms }) {
    const title = stemsOf(content.title ?? '');
    if (content.commission !== undefined || !norms.commissionTitles.some((words) => positionInOrder(stemsOf(words), title) >= 0)) return;
    yield {
      at: '/commission',
      message: 'Заголовок (title) говорить про утворення комісії, але відомостей про неї (commission) немає',
      expected: 'завдання, повноваження та секретар комісії; для постійної — положення про неї',
      hint: 'Додайте поле commission або уточніть заголовок.',
    };
  },
};
