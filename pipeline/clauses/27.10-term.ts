import { type ContractTerm, endOf } from '../model/contract.js';
import { addDays, type LocalDate, toDigitalStyle } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { notedTerms } from './draft/contract-terms.js';

/** R 27.10.4: the register notes how long a contract holds: to a day, for a period or till it is performed; what is said twice agrees. */
export const contractTerm: Rule = {
  id: ruleId('27.10-term'),
  clause: '27.10',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }, { traits }) {
    for (const { at, terms } of notedTerms(content, traits)) {
      if (terms.term !== undefined || at === '') yield* termRemarks(terms.term ?? { performance: false }, content.concluded, `${at}/term`);
    }
  },
};

function* termRemarks(term: ContractTerm, concluded: LocalDate | undefined, at: string): Iterable<Remark> {
  const { from, until, period, performance } = term;
  if (until === undefined && period === undefined && !performance) {
    yield {
      at,
      message: 'Не вказано строку дії договору (term)',
      expected: 'дата (until), тривалість (period) або «до повного виконання» (performance)',
      hint: 'Додайте поле term.',
    };
    return;
  }
  const hint = 'Звірте строк дії з текстом договору.';
  if (period !== undefined && (period.count === undefined || period.unit === undefined)) {
    yield {
      at: `${at}/period`,
      message: 'Тривалість строку дії вказано не повністю (period)',
      expected: 'кількість (count) і одиниця (unit): days, months або years',
      hint,
    };
    return;
  }
  const start = from ?? concluded;
  if (until !== undefined && start !== undefined && until < start)
    yield {
      at: `${at}/until`,
      message: `Строк дії закінчується ${toDigitalStyle(until)}, раніше, ніж починається, ${toDigitalStyle(start)}`,
      expected: `дата не раніше ${toDigitalStyle(start)}`,
      hint,
    };
  const end = period === undefined ? undefined : endOf({ ...term, until: undefined }, concluded);
  // A term in years or months ends on the same day of the month (Civil Code, art. 254); contracts also write the day before, from which the year is full.
  if (until === undefined || end === undefined || until === end || until === addDays(end, 1)) return;
  yield {
    at: `${at}/until`,
    message: `Строк дії до ${toDigitalStyle(until)} не відповідає тривалості: за нею він закінчується ${toDigitalStyle(end)}`,
    expected: toDigitalStyle(end),
    hint,
  };
}
