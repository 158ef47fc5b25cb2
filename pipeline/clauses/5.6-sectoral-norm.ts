import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { articlesOf, groundsOf } from './references/grounds.js';
import { isLocalAct, isOwnLaw } from './references/own-law.js';

/** R 5.6: beside the law on local self-government stands a norm of a sectoral or higher act that gives the powers in the matter. */
export const sectoralNorm: Rule = {
  id: ruleId('5.6-sectoral-norm'),
  clause: '5.6',
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }, { norms }) {
    const { acts } = groundsOf(content);
    if (!acts.some((ground) => articlesOf(ground).length > 0)) return;
    if (acts.some(({ act }) => act.sort !== 'other' && !isOwnLaw(act, norms) && !isLocalAct(act))) return;
    yield {
      at: '/stating/basis',
      message: `Крім Закону України «${norms.selfGovernmentLaw}», не названо жодної норми галузевого чи вищого акта`,
      expected: 'норма закону або іншого акта, яка передбачає повноваження в цьому питанні',
      hint: 'Якщо питання врегульоване галузевим законом, пошліться на його статтю.',
    };
  },
};
