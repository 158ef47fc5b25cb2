import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { missingVisas } from './draft/missing-visas.js';
import { objects } from './draft/objections.js';

/** R 27.13: an additional agreement is agreed with the legal department, which has no remarks. */
export const amendmentConsent: Rule = {
  id: ruleId('27.13-consent'),
  clause: '27.13',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check(draft, world) {
    yield* missingVisas('27.13-consent', draft, world);
    if (world.traits.marks !== 'amends') return;
    for (const [index, visa] of draft.content.visas.entries()) {
      if (visa.role !== 'legal' || (visa.objection === undefined && !objects(visa, world.norms))) continue;
      yield {
        at: pointerTo('/visas', index, visa.objection === undefined ? 'remarks' : 'objection'),
        message: 'Юридичний відділ має зауваження: додаткову угоду не погоджено',
        expected: 'віза юридичного відділу без зауважень',
        hint: 'Врахуйте зауваження, погодьте угоду знову і зазначте це у візі.',
      };
    }
  },
};
