import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { comparableText } from './draft/paper-remarks.js';
import { foundThere, moneyIn, sumsIn } from './draft/paper-text.js';

/** `1250000.50` as a contract writes it: `1 250 000,50`. */
const grouped = (value: string): string => value.replace('.', ',').replace(/\d(?=(?:\d{3})+(?!\d))/gu, '$& ');

/** R 27.11, 27.10: the sum of the card stands in the paper in figures. */
export const textSums: Rule = {
  id: ruleId('27.10-text-sums'),
  clause: '27.10',
  severity: 'refuse',
  needs: 'original',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }, { original }) {
    const text = comparableText(original);
    if (text === undefined) return;
    const sums = new Set(sumsIn(text));
    for (const { at, value } of [
      { at: '/amount/value', value: content.amount?.value },
      { at: '/newTerms/amount/value', value: content.newTerms?.amount?.value },
    ]) {
      const [kopecks] = value === undefined ? [] : sumsIn(value);
      if (value === undefined || kopecks === undefined || sums.has(kopecks)) continue;
      yield {
        at,
        message: `Суми ${grouped(value)} грн немає в тексті договору; ${foundThere(moneyIn(text))}`,
        expected: 'сума цифрами, як у договорі',
        hint: 'Виправте картку або договір, щоб суми збігалися.',
      };
    }
  },
};
