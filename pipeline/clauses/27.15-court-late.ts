import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { contractOnRecord } from './draft/contract-on-record.js';
import { toldLate, toldNearEnd } from './draft/termination-terms.js';

/** R 27.15: late news of a judgment that ends a contract is entered with a remark: the judgment holds, and a register that left it out would be wrong. */
export const judgmentToldLate: Rule = {
  id: ruleId('27.15-court-late'),
  clause: '27.15',
  severity: 'warn',
  needs: 'register',
  appliesTo: (traits) => traits.marks === 'terminates',
  async check({ content }, world) {
    if (content.ground !== 'court') return [];
    const found = await contractOnRecord(content, world);
    return [toldLate(content, world), toldNearEnd(content, found?.end, world)].flatMap((missed) =>
      missed === undefined
        ? []
        : [
            {
              at: '/received',
              message: missed.words,
              expected: `дата не пізніше ${toDigitalStyle(missed.last)}`,
              hint: 'Відмітку буде внесено: рішення суду діє незалежно від того, коли про нього повідомлено.',
            },
          ],
    );
  },
};
