import { type Remark, ruleId } from '../model/finding.js';
import type { VisaRole } from '../model/roles.js';
import type { Rule } from '../model/rule.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';
import { VISA_OF } from './draft/missing-visas.js';

/** R 14.8: the archive department's representative takes part when a unit's head changes, and the finance department's when it is the head of accounting. */
export const handoverVisas: Rule = {
  id: ruleId('14.8-visas'),
  clause: '14.8',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.archives === 'hands-over',
  check({ content }, { kind, office }) {
    const date = kind.dateOf(content);
    const { giver, visas } = content;
    const leaves =
      date !== undefined && officialsOn(office, date, 'accounting').some(({ name }) => isSpelledAlike(name, giver?.name ?? ''));
    const wanted: readonly VisaRole[] = leaves ? ['archive', 'finance'] : ['archive'];
    return wanted
      .filter((role) => !visas.some((visa) => visa.role === role && visa.name !== undefined))
      .map(
        (role): Remark => ({
          at: '/visas',
          message: `Немає підпису представника ${VISA_OF[role]} (${role})`,
          expected: `віза представника ${VISA_OF[role]}`,
          hint: 'Акт складають за участю цього представника: додайте його до поля visas.',
        }),
      );
  },
};
