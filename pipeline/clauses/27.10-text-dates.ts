import { daysBetween, type LocalDate, toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { comparableText } from './draft/paper-remarks.js';
import { daysIn, foundThere } from './draft/paper-text.js';

const distance = (a: LocalDate, b: LocalDate): number => Math.abs(daysBetween(a, b));

/** R 27.10.3, 27.10.4: the days on which the contract was made, begins and ends stand in the paper, in either style. */
export const textDates: Rule = {
  id: ruleId('27.10-text-dates'),
  clause: '27.10',
  severity: 'warn',
  needs: 'original',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }, { original }) {
    const text = comparableText(original);
    if (text === undefined) return;
    const there = daysIn(text);
    for (const { at, what, day } of [
      { at: '/concluded', what: 'Дати укладення', day: content.concluded },
      { at: '/term/from', what: 'Початку строку', day: content.term?.from },
      { at: '/term/until', what: 'Кінця строку', day: content.term?.until },
      { at: '/newTerms/term/from', what: 'Початку нового строку', day: content.newTerms?.term?.from },
      { at: '/newTerms/term/until', what: 'Кінця нового строку', day: content.newTerms?.term?.until },
    ]) {
      if (day === undefined || there.includes(day)) continue;
      const near = there.toSorted((a, b) => distance(a, day) - distance(b, day));
      yield {
        at,
        message: `${what} ${toDigitalStyle(day)} немає в тексті договору; ${foundThere(near.map(toDigitalStyle))}`,
        expected: 'дата, як у договорі',
        hint: 'Звірте дати в картці з текстом договору.',
      };
    }
  },
};
