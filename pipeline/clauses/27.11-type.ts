import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isContract } from './draft/contract-terms.js';
import { excerpt } from './draft/excerpt.js';

/** R 27.11.2: the law asks different terms of different contracts, so a contract says of what type it is. */
export const contractTypeKnown: Rule = {
  id: ruleId('27.11-type'),
  clause: '27.11',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: isContract,
  *check({ content: { contractType } }, { norms }) {
    if (contractType !== undefined && Object.hasOwn(norms.contractTypes, contractType)) return;
    yield {
      at: '/contractType',
      message:
        contractType === undefined
          ? 'Не вказано виду договору (contractType)'
          : `Невідомий вид договору: «${excerpt(contractType)}» (contractType)`,
      expected: Object.entries(norms.contractTypes)
        .map(([key, { name }]) => `${key} (${name})`)
        .join('; '),
      hint: 'Вкажіть один із видів; новий вид вносить адміністратор у налаштування (norms.contractTypes).',
    };
  },
};
