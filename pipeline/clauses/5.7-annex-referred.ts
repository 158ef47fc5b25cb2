import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { annexReferences } from './draft/annex-references.js';
import { excerpt } from './draft/excerpt.js';
import { allPoints } from './draft/points.js';

/** R 5.7: the operative part refers to every annex: by number, or by «(додається)» in the point that the annex belongs to. */
export const annexReferred: Rule = {
  id: ruleId('5.7-annex-referred'),
  clause: '5.7',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }) {
    const references = annexReferences(content);
    const points = new Set(allPoints(content).map(({ point }) => point.n));
    const isSingle = content.annexes.length === 1;
    for (const [index, annex] of content.annexes.entries()) {
      const at = pointerTo('/annexes', index);
      if (annex.toPoint !== undefined && !points.has(annex.toPoint)) {
        yield {
          at: `${at}/toPoint`,
          message: `Додаток ${annex.n} належить до пункту «${excerpt(annex.toPoint)}», якого в розпорядчій частині немає`,
          expected: 'номер пункту, що посилається на додаток',
          hint: 'Виправте поле toPoint.',
        };
        continue;
      }
      const isReferred = references.some(({ placed, numbers, isUnnumbered, isAttached }) => {
        if (numbers.includes(annex.n) || (isUnnumbered && isSingle)) return true;
        if (!isAttached && !isUnnumbered) return false;
        return annex.toPoint === undefined ? isSingle : [placed.point.n, placed.parent?.point.n].includes(annex.toPoint);
      });
      if (isReferred) continue;
      yield {
        at,
        message: `У розпорядчій частині немає посилання на додаток ${annex.n}`,
        expected: `«(додається)» у пункті${annex.toPoint === undefined ? '' : ` ${excerpt(annex.toPoint)}`} або «згідно з додатком ${annex.n}»`,
        hint: 'Додайте посилання в пункт і номер цього пункту в поле toPoint додатка.',
      };
    }
  },
};
