import { yearOf } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { volumeCalled } from './draft/case-called.js';

/** R 28.2, 28.3: what is appraised has ended: the case is closed, or its year is over. */
export const appraisedEnded: Rule = {
  id: ruleId('28.3-ended'),
  clause: '28.3',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'appraises',
  async check({ content }, world) {
    const date = world.kind.dateOf(content);
    if (date === undefined) return [];
    return (await knownCases(content, world)).flatMap((named) =>
      named.volumes
        .filter(({ standing }) => standing.closed === null && yearOf(date) <= named.year)
        .map(({ volume }) => ({
          at: named.at,
          message: `${volumeCalled(named, volume)} ще не закінчена в діловодстві`,
          expected: 'закрита справа або справа минулого року',
          hint: 'Розгляньте справу після її закриття.',
        })),
    );
  },
};
