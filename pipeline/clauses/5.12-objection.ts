import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { unreasonedVisas } from './draft/objections.js';

/** R 5.12: an official who does not agree attaches a note that gives reasons and cites the law. */
export const objectionReasoned: Rule = {
  id: ruleId('5.12-objection'),
  clause: '5.12',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  check: ({ content }, { norms }) =>
    unreasonedVisas(
      content,
      norms,
      ({ role }) => role !== 'legal',
      'довідка з обґрунтуванням зауважень і посиланням на норми законодавства',
    ),
};
