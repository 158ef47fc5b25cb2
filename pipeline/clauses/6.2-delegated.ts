import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { called, changedActs } from './draft/changed-acts.js';

/** R 6.2: the council cancels decisions of the committee on its own powers, not on those delegated by the state. */
export const delegatedKept: Rule = {
  id: ruleId('6.2-delegated'),
  clause: '6.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.changesActs && traits.issuer === 'council',
  async check({ content }, world) {
    const kept = (await changedActs(content, world)).filter(({ change, act }) => change.how === 'cancels' && act?.delegated === true);
    return kept.map(({ change, at }) => ({
      at: `${at}/act`,
      message: `Рішення виконавчого комітету ${called(change.act)} прийнято на виконання делегованих повноважень: міська рада не може його скасувати`,
      expected: 'рішення з питань власної компетенції виконавчих органів ради',
      hint: 'Такий акт скасовує суд або змінює сам виконавчий комітет.',
    }));
  },
};
