import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { PAPER, signerName } from './draft/paper-remarks.js';

/** R 27.4: whose electronic signature it is, only a chain to a trusted root proves. */
export const paperSignerTrust: Rule = {
  id: ruleId('27.4-signer-trust'),
  clause: '27.4',
  severity: 'warn',
  needs: 'original',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check(_draft, { original }) {
    for (const { signer, intact, trusted, laterChanges } of original.signatures) {
      if (intact === false || laterChanges === 'forbidden' || (intact === true && trusted === true)) continue;
      yield {
        at: PAPER,
        message:
          intact === null
            ? `Електронний підпис${signerName(signer)} у договорі цією програмою перевірити не можна`
            : `Електронний підпис${signerName(signer)} у договорі цілий, але довіру до сертифіката не підтверджено`,
        expected: 'підпис, сертифікат якого веде до довіреного надавача',
        hint: 'Перевірте підпис на сайті Центрального засвідчувального органу (czo.gov.ua/verify).',
      };
    }
  },
};
