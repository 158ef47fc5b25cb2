import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { toldLate } from './draft/termination-terms.js';

/** R 27.15: that parties have agreed to end a contract is told within a month. Late news of a judgment warns: a judgment holds whoever is told of it. */
export const terminationMonth: Rule = {
  id: ruleId('27.15-month'),
  clause: '27.15',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.marks === 'terminates',
  *check({ content }, world) {
    const missed = content.ground === 'court' ? undefined : toldLate(content, world);
    if (missed === undefined) return;
    yield {
      at: '/received',
      message: missed.words,
      expected: `дата не пізніше ${toDigitalStyle(missed.last)}`,
      hint: 'Перевірте дати; якщо строк пропущено, сторони мають домовитися про припинення знову і повідомити вчасно.',
    };
  },
};
