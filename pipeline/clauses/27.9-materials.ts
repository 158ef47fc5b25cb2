import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 27.9: who asks for materials says which. */
export const materialsListed: Rule = {
  id: ruleId('27.9-materials'),
  clause: '27.9',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.examines === 'verdict' || traits.examines === 'asks',
  *check({ content: { verdict, materials } }, { traits }) {
    if ((traits.examines === 'verdict' && verdict !== 'ask') || materials.some((item) => item.trim() !== '')) return;
    yield {
      at: '/materials',
      message: 'Не вказано, які матеріали запрошують (materials)',
      expected: 'перелік потрібних матеріалів',
      hint: 'Додайте в поле materials кожен документ, який треба подати.',
    };
  },
};
