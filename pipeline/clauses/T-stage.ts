import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** Projects are of what a meeting decides on; what one person signs comes when it is signed. */
export const stage: Rule = {
  id: ruleId('T-stage'),
  clause: null,
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.project && !traits.collegial,
  *check() {
    yield {
      at: '/stage',
      message: 'Це проєкт (stage: project), а проєктами приймають лише рішення, які виносять на засідання',
      expected: 'підписаний документ (stage: adopted)',
      hint: 'Після підписання додайте дату підписання (signing) і підписанта (signatory) та приберіть поле stage.',
    };
  },
};
