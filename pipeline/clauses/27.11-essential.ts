import { isWithin } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isContract } from './draft/contract-terms.js';

/** R 27.11.2 with Civil Code, art. 638: a contract has every term that the law holds essential for its type on the day it was concluded. */
export const essentialTerms: Rule = {
  id: ruleId('27.11-essential'),
  clause: '27.11',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: isContract,
  *check({ content }, { norms }) {
    const { contractType = '', concluded } = content;
    const type = Object.hasOwn(norms.contractTypes, contractType) ? norms.contractTypes[contractType] : undefined;
    const asked = (type?.essential ?? []).filter((norm) => concluded === undefined || isWithin(concluded, norm));
    for (const { term, name, source, field } of asked) {
      // A subject or a term that is not there at all is the register's to ask for (R 27.10).
      if (field === 'subject' || field === 'term' || (field !== undefined && content[field] !== undefined)) continue;
      if (content.essential.some((one) => one.term === term && one.text !== undefined)) continue;
      yield {
        at: field === undefined ? '/essential' : `/${field}`,
        message: `Немає істотної умови: ${name} (${field ?? term})`,
        expected: source,
        hint:
          field === undefined
            ? 'Додайте умову в поле essential з текстом (text) і пунктом договору (clause); якщо її немає в договорі, договір треба доповнити.'
            : `Додайте поле ${field}; якщо цієї умови немає в договорі, договір треба доповнити.`,
      };
    }
  },
};
