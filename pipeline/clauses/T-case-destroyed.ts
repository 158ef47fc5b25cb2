import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { knownCases, volumeCalled } from './draft/named-cases.js';

/** What is destroyed can no more be held, lent, handed over or taken in. */
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
    return (await knownCases(content, world)).flatMap((named) =>
      named.volumes.flatMap(({ volume, standing: { destroyed } }) =>
        destroyed === null
          ? []
          : [
              {
                at: named.at,
                message: `${volumeCalled(named, volume)} знищена за актом № ${destroyed.by.number}`,
                expected: 'справа, яка зберігається',
                hint: 'Приберіть справу з документа.',
              },
            ],
      ),
    );
  },
};
