import { counted } from '../language/counted.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { withoutMark } from './draft/title.js';

/** R 5.6; ДСТУ 4163:2020: a title is brief. The mark of delegated powers, which the clause itself demands, is not counted. */
export const titleLength: Rule = {
  id: ruleId('5.6-title-length'),
  clause: '5.6',
  severity: 'warn',
  needs: 'draft',
  appliesTo: () => true,
  *check({ content }, { norms }) {
    const length = Array.from(withoutMark(content.title ?? '', norms.delegatedMark).words).length;
    if (length <= norms.titleLength) return;
    yield {
      at: '/title',
      message: `Заголовок (title) задовгий: ${counted(length, 'знак', 'знаки', 'знаків')}`,
      expected: `не більше ніж ${counted(norms.titleLength, 'знак', 'знаки', 'знаків')}`,
      hint: 'Скоротіть заголовок, залишивши в ньому лише суть.',
    };
  },
};
