import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { allPoints } from './draft/points.js';
import { stemsOf } from './draft/stems.js';

/** R 6.7: those who carry an errand of the committee out tell the committee how it goes. */
export const protocolReport: Rule = {
  id: ruleId('6.7-report'),
  clause: '6.7',
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.errand && traits.issuer === 'committee',
  *check({ content }, { norms }) {
    const points = allPoints(content);
    const words = norms.reportWords.flatMap(stemsOf);
    if (points.length === 0 || points.some(({ point }) => stemsOf(point.text ?? '').some((stem) => words.includes(stem)))) return;
    yield {
      at: '/operative',
      message: 'Доручення не каже, як виконавці інформують виконавчий комітет про хід виконання',
      expected: 'пункт на зразок «Про хід виконання поінформувати виконавчий комітет до …»',
      hint: 'Додайте такий пункт, якщо інформацію треба подати.',
    };
  },
};
