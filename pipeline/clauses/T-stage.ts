import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** Only adopted acts are registered: a project goes to a meeting first, and this office's folder does not take projects. */
export const stage: Rule = {
  id: ruleId('T-stage'),
  clause: null,
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.project,
  *check() {
    yield {
      at: '/stage',
      message: 'Це проєкт (stage: project), а проєкти сюди не приймають: реєструють лише прийняті документи',
      expected: 'прийнятий документ (stage: adopted)',
      hint: 'Після засідання додайте відомості про прийняття (adoption) і підписанта (signatory) та приберіть поле stage.',
    };
  },
};
