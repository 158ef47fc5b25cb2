import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { stemsOf } from './draft/stems.js';

/** R 19.2: the head, or a unit's own head, decides on official trips, by an order; no body votes on them. */
export const tripByOrder: Rule = {
  id: ruleId('19.2-trip'),
  clause: '19.2',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative && traits.collegial,
  *check({ content }, { norms }) {
    const title = stemsOf(content.title ?? '');
    if (!norms.tripTitles.some((beginning) => stemsOf(beginning).every((stem, index) => title[index] === stem))) return;
    yield {
      at: '/title',
      message: 'Про відрядження приймає рішення міський голова, а оформляють його розпорядженням',
      expected: 'розпорядження міського голови',
      hint: 'Підготуйте розпорядження замість цього документа.',
    };
  },
};
