import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { unreasonedVisas } from './draft/objections.js';

/** R 10.4: where its remarks are not heeded, the legal department gives a written opinion with its visa. */
export const legalOpinion: Rule = {
  id: ruleId('10.4-opinion'),
  clause: '10.4',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  check: ({ content }, { norms }) =>
    unreasonedVisas(
      content,
      norms,
      ({ role }) => role === 'legal',
      'письмовий висновок юридичного відділу з посиланням на норми законодавства',
    ),
};
