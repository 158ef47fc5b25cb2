import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isLate, termDay } from '../model/term-norm.js';

/** R 27.14: an additional agreement is entered within a week of its receipt; a later one is entered, too, with a remark. */
export const amendmentWeek: Rule = {
  id: ruleId('27.14-week'),
  clause: '27.14',
  severity: 'warn',
  needs: 'office',
  appliesTo: (traits) => traits.marks === 'amends',
  *check({ content }, world) {
    const { received } = content;
    const date = world.kind.dateOf(content);
    if (received === undefined || date === undefined) return;
    const term = termDay('contract-changes', received, world);
    if (!isLate(date, term, world)) return;
    const { due: last } = term;
    yield {
      at: '/signing/date',
      message: `Зміни вносять ${toDigitalStyle(date)}, а угода надійшла ${toDigitalStyle(received)}: строк минув ${toDigitalStyle(last)}`,
      expected: `дата не пізніше ${toDigitalStyle(last)}`,
      hint: 'Перевірте дати; угоду, розглянуту із запізненням, реєструють.',
    };
  },
};
