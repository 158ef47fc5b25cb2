import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 6.3: an adopted act names who signs it, by post and name. */
export const signatoryNamed: Rule = {
  id: ruleId('6.3-signatory'),
  clause: '6.3',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.numbered,
  *check({ content: { signatory } }) {
    if (signatory?.post && signatory.name) return;
    const lacks = signatory === undefined || (!signatory.post && !signatory.name) ? undefined : signatory.post ? 'name' : 'post';
    yield {
      at: lacks === undefined ? '/signatory' : `/signatory/${lacks}`,
      message:
        lacks === undefined
          ? 'Не вказано, хто підписує документ (signatory)'
          : `Не вказано ${lacks === 'name' ? 'імʼя та прізвище (name)' : 'посаду (post)'} того, хто підписує документ (signatory)`,
      expected: 'посада, імʼя та прізвище підписанта',
      hint: 'Додайте поле signatory з посадою (post) та іменем (name).',
    };
  },
};
