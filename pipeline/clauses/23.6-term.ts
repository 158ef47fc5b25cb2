import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isLate, termDay } from '../model/term-norm.js';
import { notLaterThan } from './draft/term-words.js';

/** R 23.6: a report on a delegation is handed over within three days of the meeting. */
export const delegationTerm: Rule = {
  id: ruleId('23.6-term'),
  clause: '23.6',
  severity: 'warn',
  needs: 'office',
  appliesTo: (traits) => traits.tells === 'delegation',
  *check({ content: { delegation, signing } }, world) {
    if (delegation?.date === undefined || signing?.date === undefined) return;
    const term = termDay('delegation-told', delegation.date, world);
    if (!isLate(signing.date, term, world)) return;
    yield {
      at: '/signing/date',
      message: `Звіт підписано ${toDigitalStyle(signing.date)}, а зустріч відбулася ${toDigitalStyle(delegation.date)}`,
      expected: notLaterThan(term),
      hint: 'Перевірте дати; звіт, складений із запізненням, реєструють.',
    };
  },
};
