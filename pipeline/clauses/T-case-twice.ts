import { ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { volumeCalled } from './draft/case-called.js';

/** A volume is named once: named twice, two things may be said of it, and whoever counts the rows counts wrongly. Where the rows are numbered or certified, other rules tell. */
export const casesOnce: Rule = {
  id: ruleId('T-case-twice'),
  clause: null,
  severity: 'refuse',
  needs: 'register',
  appliesTo: ({ archives }) =>
    archives !== undefined && archives !== 'plans' && archives !== 'moves' && archives !== 'closes' && archives !== 'lists',
  async check({ content }, world) {
    const seen = new Set<string>();
    return (await knownCases(content, world)).flatMap((named) => {
      const twice = named.volumes.filter(({ volume }) => seen.has(`${named.year}/${named.file.planned.index}/${volume.n}`));
      for (const { volume } of named.volumes) seen.add(`${named.year}/${named.file.planned.index}/${volume.n}`);
      return twice.map(({ volume }) => ({
        at: named.at,
        message: `${volumeCalled(named, volume)} названа двічі`,
        expected: 'кожна справа один раз',
        hint: 'Приберіть зайвий рядок.',
      }));
    });
  },
};
