import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { PAPER, signerName } from './draft/paper-remarks.js';

/** R 27.4: a signature in the file of the paper belongs to its bytes, and nothing forbidden was changed after it. */
export const paperSignature: Rule = {
  id: ruleId('27.4-signature'),
  clause: '27.4',
  severity: 'refuse',
  needs: 'original',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check(_draft, { original }) {
    for (const { signer, intact, laterChanges } of original.signatures) {
      if (intact !== false && laterChanges !== 'forbidden') continue;
      yield {
        at: PAPER,
        message:
          intact === false
            ? `Електронний підпис${signerName(signer)} у договорі пошкоджений: підписані дані змінено або підпис не від цього сертифіката`
            : `Договір змінено після електронного підпису${signerName(signer)}`,
        expected: 'договір у тому вигляді, у якому його підписано',
        hint: 'Подайте файл, який одержано від підписувача, не відкриваючи й не зберігаючи його іншими програмами, або підпишіть договір заново.',
      };
    }
  },
};
