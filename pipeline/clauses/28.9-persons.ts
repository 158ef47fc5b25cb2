import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { personRemarks, samePersonRemarks } from './draft/person-remarks.js';

/** R 28.9: who gave the cases and who of the archive department took them sign at the foot of every copy of the inventory. */
export const receptionPersons: Rule = {
  id: ruleId('28.9-persons'),
  clause: '28.9',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.archives === 'receives',
  check({ content: { giver, receiver } }) {
    const hint = 'Впишіть посаду та імʼя: підписи обох стоять на кожному примірнику опису.';
    return [
      ...personRemarks(giver, '/giver', 'того, хто здав справи', hint),
      ...personRemarks(receiver, '/receiver', 'працівника архівного відділу, який прийняв справи', hint),
      ...samePersonRemarks(giver, receiver),
    ];
  },
};
