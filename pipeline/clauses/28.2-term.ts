import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { doomedRemarks } from './draft/doomed-volumes.js';
import { storageEndOf } from './draft/storage-ends.js';

/** R 28.2: the term of storage, in whole calendar years, has ended, and so has the time by which a commission prolonged it. */
export const doomedTerm: Rule = {
  id: ruleId('28.2-term'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'destroys',
  async check({ content }, world) {
    const date = world.kind.dateOf(content);
    if (date === undefined) return [];
    return doomedRemarks(content, world, async (doomed) => {
      const { name, named, standing } = doomed;
      const { planned } = named.file;
      const { appraised } = standing;
      const until = appraised?.decision === 'prolong' ? appraised.until : undefined;
      const hint = 'Приберіть справу з акта: її ще треба зберігати.';
      if (until !== undefined && until >= date)
        return {
          message: `${name}: зберігання продовжено до ${toDigitalStyle(until)} протоколом № ${appraised?.by.number}`,
          expected: `знищення після ${toDigitalStyle(until)}`,
          hint,
        };
      const end = await storageEndOf(planned, doomed, world.archive);
      if (end.is !== 'known' || end.from <= date) return undefined;
      return {
        message: `${name}: строк зберігання (${planned.term}, ст. ${planned.article}) ще не закінчився`,
        expected: `знищення не раніше ${toDigitalStyle(end.from)}`,
        hint,
      };
    });
  },
};
