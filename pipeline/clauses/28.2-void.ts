import { nameOf } from '../model/effect.js';
import { type Remark, ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { volumeCalled } from './draft/case-called.js';
import { called } from './draft/changed-acts.js';
import { isGone } from './draft/gone-volumes.js';

/** R 28.2: what was done to a case that has been destroyed can no more be undone: a hold that was lifted would hold what is gone, and nobody would have destroyed it. */
export const voidedInTime: Rule = {
  id: ruleId('28.2-void'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.marks === 'voids',
  async check({ content }, { register, archive }) {
    const act = content.of && (await register.act(content.of));
    if (act === undefined) return [];
    const done = (await archive.steps()).filter(({ by }) => nameOf(by) === nameOf(act.row));
    const caseFiles = done.map(({ year, index, volume }) => ({ year, index, volume: volume ?? undefined, missing: false, faults: [] }));
    const remarks: Remark[] = [];
    for (const named of await knownCases({ ...content, caseFiles }, { archive }))
      for (const { volume, standing } of named.volumes) {
        if (!(await isGone(standing, register))) continue;
        remarks.push({
          at: '/of',
          message: `${volumeCalled(named, volume)}, якої стосується документ ${called(act.row)}, знищена за актом № ${standing.destroyed?.by.number}: номер документа анулювати не можна`,
          expected: 'документ про справи, які зберігаються',
          hint: 'Перевірте номер; помилку в такому документі описують актом, який долучають до нього.',
        });
      }
    return remarks;
  },
};
