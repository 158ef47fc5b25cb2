import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { notedParties } from './draft/contract-terms.js';

/** R 27.10.2: the register notes each party by its name, and whether it is a legal person or an individual, by which codes and seals are judged. */
export const partyNamed: Rule = {
  id: ruleId('27.10-parties'),
  clause: '27.10',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }, { traits }) {
    for (const { at, party, called } of notedParties(content, traits)) {
      if (party.name === undefined)
        yield {
          at: `${at}/name`,
          message: `${called}: не вказано найменування (name)`,
          expected: 'повне найменування юридичної особи або прізвище, імʼя, по батькові фізичної особи',
          hint: 'Впишіть найменування сторони так, як воно вказане в договорі.',
        };
      if (party.type === undefined)
        yield {
          at: `${at}/type`,
          message: `${called}: не вказано, юридична це чи фізична особа (type)`,
          expected: 'legal (юридична особа) або individual (фізична особа, зокрема підприємець)',
          hint: 'Додайте поле type.',
        };
    }
  },
};
