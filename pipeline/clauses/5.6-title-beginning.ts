import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 5.6; ДСТУ 4163:2020: a title answers «про що?» and begins so. */
export const titleBeginning: Rule = {
  id: ruleId('5.6-title-beginning'),
  clause: '5.6',
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative || traits.errand || traits.outgoing,
  *check({ content }) {
    if (!content.title || /^Про\s/u.test(content.title)) return;
    yield {
      at: '/title',
      message: 'Заголовок (title) не починається зі слова «Про»',
      expected: 'заголовок, що відповідає на питання «про що?»',
      hint: 'Почніть заголовок зі слова «Про».',
    };
  },
};
