import { toDigitalStyle } from '../model/date.js';
import { pointerTo, type Remark, ruleId } from '../model/finding.js';
import type { VisaRole } from '../model/roles.js';
import type { Rule } from '../model/rule.js';
import { awaitedMeeting } from './draft/awaited-meeting.js';
import { visaName } from './draft/visa-name.js';

/** Executor, whoever is over the branch, legal, organisation and general departments. */
const WHO: ReadonlySet<VisaRole | undefined> = new Set(['executor', 'first-deputy', 'deputy', 'legal', 'organisation', 'general']);

/** R 5.18: an addition to a project that is on the agenda is visaed itself: a visa given to an earlier version is none of this one. */
export const additionVisaed: Rule = {
  id: ruleId('5.18-visas'),
  clause: '5.18',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.project && traits.issuer === 'committee',
  async check({ content: { id, visas } }, world) {
    const last = (await awaitedMeeting(id, world))?.last;
    if (last === undefined) return [];
    return visas.flatMap((visa, index): Remark[] =>
      !WHO.has(visa.role) || visa.date === undefined || visa.date >= last.date
        ? []
        : [
            {
              at: pointerTo('/visas', index, 'date'),
              message: `Візу ${visaName(visa)} дано до попередньої версії проєкту, поданої ${toDigitalStyle(last.date)}`,
              expected: `віза, дана доповненню: не раніше ніж ${toDigitalStyle(last.date)}`,
              hint: 'Погодьте доповнення і вкажіть дату нової візи.',
            },
          ],
    );
  },
};
