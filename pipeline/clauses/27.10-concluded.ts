import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isMadeByParties } from './draft/contract-terms.js';

/** R 27.10.3: the register notes when a contract was concluded. */
export const contractConcluded: Rule = {
  id: ruleId('27.10-concluded'),
  clause: '27.10',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: isMadeByParties,
  *check({ content: { concluded } }) {
    if (concluded !== undefined) return;
    yield {
      at: '/concluded',
      message: 'Не вказано дати укладення (concluded)',
      expected: 'дата у форматі рррр-мм-дд',
      hint: 'Додайте поле concluded: дата, якою сторони датували документ.',
    };
  },
};
