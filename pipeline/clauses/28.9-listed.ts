import { pointerTo, type Remark, ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { volumeCalled } from './draft/case-called.js';
import { inventoryRemarks, isListedIn, namedInventories } from './draft/named-inventories.js';

/** R 28.9: a case that is received, is missing or goes back for rework stands in one of the inventories, and was not received before. */
export const receivedAsListed: Rule = {
  id: ruleId('28.9-listed'),
  clause: '28.9',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'receives',
  async check({ content }, world) {
    const both = content.caseFiles.flatMap(({ missing, faults }, position): Remark[] =>
      missing && faults.length > 0
        ? [
            {
              at: pointerTo('/caseFiles', position),
              message: 'Справу названо і відсутньою (missing), і поверненою з недоліками (faults)',
              expected: 'одне з двох',
              hint: 'Залиште те, що є насправді: справи, якої немає, не перевіряють.',
            },
          ]
        : [],
    );
    const inventories = await namedInventories(content, world);
    if (inventories.length === 0 || inventories.some((inventory) => inventoryRemarks(inventory).length > 0)) return both;
    const known = (await knownCases(content, world)).flatMap((named) =>
      named.volumes.flatMap(({ volume, standing: { listed, accepted, lacking } }) => {
        const name = volumeCalled(named, volume);
        if (!isListedIn(inventories, listed))
          return [
            {
              at: named.at,
              message: `${name}: у названих описах її немає`,
              expected: 'справа з опису, за яким приймають',
              hint: 'Перевірте індекс, рік і том справи за описом.',
            },
          ];
        if (accepted === null || lacking !== null) return [];
        return [
          {
            at: named.at,
            message: `${name} вже прийнята за актом № ${accepted.by.number}`,
            expected: 'справа, якої ще не прийнято',
            hint: 'Приберіть справу: удруге її не приймають.',
          },
        ];
      }),
    );
    return [...both, ...known];
  },
};
