import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { allPoints } from './draft/points.js';

/** R 5.6: the operative part has at least one point, and no point is empty. */
export const operativePart: Rule = {
  id: ruleId('5.6-operative'),
  clause: '5.6',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative || traits.errand,
  *check({ content }) {
    if (content.operative.length === 0)
      yield {
        at: '/operative',
        message: 'Немає розпорядчої частини (operative)',
        expected: 'принаймні один пункт',
        hint: 'Додайте пункти розпорядчої частини.',
      };
    for (const { point, at } of allPoints(content)) {
      if (point.text !== undefined && point.text.trim() !== '') continue;
      yield {
        at: `${at}/text`,
        message: `Пункт ${excerpt(point.n)} порожній`,
        expected: 'текст пункту (text)',
        hint: 'Напишіть текст пункту або вилучіть пункт.',
      };
    }
  },
};
