import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 28.8: cases are numbered one after the other through all inventories of a category and unit, year after year. */
export const inventoryNumbers: Rule = {
  id: ruleId('28.8-numbers'),
  clause: '28.8',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'lists',
  async check({ content: { category, unit, caseFiles } }, { archive }) {
    if (category === undefined) return [];
    const last = await archive.lastListed(category, unit ?? null);
    return caseFiles.flatMap(({ n }, position) => {
      const next = last + position + 1;
      if (n === next) return [];
      return [
        {
          at: pointerTo('/caseFiles', position, 'n'),
          message: n === undefined ? `Немає номера справи за описом (n)` : `Номер справи за описом — ${n}, а черговий — ${next}`,
          expected: String(next),
          hint: `Номери йдуть підряд далі за останній в описах цієї категорії: ${last}.`,
        },
      ];
    });
  },
};
