import { type Remark, ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { volumeCalled } from './draft/case-called.js';
import { isGone } from './draft/gone-volumes.js';

/** What is destroyed can no more be held, lent, handed over or taken in; a hold still stops an act of destruction that is not filed yet. */
export const notDestroyed: Rule = {
  id: ruleId('T-case-destroyed'),
  clause: null,
  severity: 'refuse',
  needs: 'register',
  appliesTo: ({ archives }) =>
    archives === 'holds' ||
    archives === 'lends' ||
    archives === 'hands-over' ||
    archives === 'succeeds' ||
    archives === 'receives' ||
    archives === 'appraises',
  async check({ content }, world) {
    const volumes = (await knownCases(content, world)).flatMap((named) => named.volumes.map((one) => ({ named, ...one })));
    const remarks: Remark[] = [];
    for (const { named, volume, standing } of volumes) {
      if (standing.destroyed === null) continue;
      const { by } = standing.destroyed;
      if (world.traits.archives === 'holds' && !(await isGone(standing, world.register))) continue;
      remarks.push({
        at: named.at,
        message: `${volumeCalled(named, volume)} знищена за актом № ${by.number}`,
        expected: 'справа, яка зберігається',
        hint: 'Приберіть справу з документа.',
      });
    }
    return remarks;
  },
};
