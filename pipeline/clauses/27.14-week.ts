import { addDays, toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 27.14: an additional agreement is entered within a week of its receipt; a later one is entered, too, with a remark. */
export const amendmentWeek: Rule = {
  id: ruleId('27.14-week'),
  clause: '27.14',
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.marks === 'amends',
  *check({ content }, { kind, norms }) {
    const { received } = content;
    const date = kind.dateOf(content);
    const last = received && addDays(received, norms.amendmentDays);
    if (received === undefined || date === undefined || last === undefined || date <= last) return;
    yield {
      at: '/signing/date',
      message: `Зміни вносять ${toDigitalStyle(date)}, а угода надійшла ${toDigitalStyle(received)}: строк минув ${toDigitalStyle(last)}`,
      expected: `дата не пізніше ${toDigitalStyle(last)}`,
      hint: 'Перевірте дати; угоду, розглянуту із запізненням, реєструють.',
    };
  },
};
