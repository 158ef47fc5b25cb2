import { ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { volumeCalled } from './draft/case-called.js';

/** A hold is lifted only of what is under one. */
export const holdToLift: Rule = {
  id: ruleId('T-hold-end'),
  clause: null,
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'frees',
  async check({ content }, world) {
    return (await knownCases(content, world)).flatMap((named) =>
      named.volumes
        .filter(({ standing }) => standing.holds.length === 0)
        .map(({ volume }) => ({
          at: named.at,
          message: `${volumeCalled(named, volume)}: заборони знищення немає`,
          expected: 'справа, знищення якої заборонено',
          hint: 'Перевірте індекс і рік справи.',
        })),
    );
  },
};
