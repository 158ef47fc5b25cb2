import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { personRemarks } from './draft/person-remarks.js';

/** R 4.17: documents are taken out of formed cases on demand of a law-enforcement body; who takes them is its official. */
export const withdrawalReceiver: Rule = {
  id: ruleId('4.17-receiver'),
  clause: '4.17',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.archives === 'lends',
  check({ content: { receiver } }, { norms }) {
    const hint = 'Впишіть посаду з назвою правоохоронного органу та імʼя того, хто одержує справи.';
    const lacks = personRemarks(receiver, '/receiver', 'того, хто одержує справи', hint);
    const post = receiver?.post;
    if (lacks.length > 0 || post === undefined) return lacks;
    const said = post.toLowerCase();
    if (norms.lawEnforcementWords.some((word) => said.includes(word.toLowerCase()))) return [];
    return [
      {
        at: '/receiver/post',
        message: `«${excerpt(post)}» — не посада правоохоронного органу`,
        expected: 'посадова особа правоохоронного органу: поліції, прокуратури, служби безпеки тощо',
        hint,
      },
    ];
  },
};
