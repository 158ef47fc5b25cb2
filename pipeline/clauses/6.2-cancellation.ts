import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { called, changedActs } from './draft/changed-acts.js';

/** R 6.2: a decision of the committee is cancelled by the council; the committee itself repeals it. */
export const cancellation: Rule = {
  id: ruleId('6.2-cancellation'),
  clause: '6.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.changesActs,
  async check({ content }, world) {
    if (world.traits.issuer === 'council') return [];
    const cancelled = (await changedActs(content, world)).filter(
      ({ change, act }) => change.how === 'cancels' && act?.issuer === 'committee',
    );
    return cancelled.map(({ change, at }) => ({
      at: `${at}/how`,
      message: `Рішення виконавчого комітету ${called(change.act)} може скасувати лише міська рада`,
      expected: 'рішення міської ради',
      hint: 'Виконавчий комітет визнає своє рішення таким, що втратило чинність: how «repeals».',
    }));
  },
};
