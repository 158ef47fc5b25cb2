import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { contractOnRecord, contractStateRemarks } from './draft/contract-on-record.js';
import { toldNearEnd } from './draft/termination-terms.js';

/** R 27.15: parties who end a contract before its term tell so at least a month before it would end. */
export const terminationBeforeEnd: Rule = {
  id: ruleId('27.15-before-end'),
  clause: '27.15',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.marks === 'terminates',
  async check({ content }, world) {
    const found = await contractOnRecord(content, world);
    const missed = content.ground === 'court' ? undefined : toldNearEnd(content, found?.end, world);
    if (missed === undefined || contractStateRemarks(content, found, content.decided, '/decided').length > 0) return [];
    return [
      {
        at: '/received',
        message: missed.words,
        expected: `дата не пізніше ${toDigitalStyle(missed.last)}`,
        hint: 'Перевірте дати; якщо строк пропущено, договір діє до кінця свого строку.',
      },
    ];
  },
};
