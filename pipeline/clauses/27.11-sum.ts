import { saysSum, sumInWords } from '../language/sum-in-words.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { notedTerms } from './draft/contract-terms.js';
import { excerpt } from './draft/excerpt.js';

/** R 27.11: a sum is written in one way in figures and in words. A contract without a sum, and one that writes it in figures only, are let through: no clause asks for more. */
export const contractSum: Rule = {
  id: ruleId('27.11-sum'),
  clause: '27.11',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }, { traits }) {
    for (const { at, terms } of notedTerms(content, traits)) {
      const { value, words } = terms.amount ?? {};
      const kopiikas = value === undefined ? undefined : kopiikasIn(value);
      if (terms.amount !== undefined && kopiikas === undefined)
        yield {
          at: `${at}/amount/value`,
          message:
            value === undefined ? 'Не вказано суми цифрами (value)' : `Суму цифрами записано неправильно: «${excerpt(value)}» (value)`,
          expected: 'число гривень, копійки через крапку: 112000.50',
          hint: 'Запишіть суму без пропусків і слів.',
        };
      else if (kopiikas !== undefined && words !== undefined && !saysSum(words, kopiikas))
        yield {
          at: `${at}/amount/words`,
          message: `Сума словами «${excerpt(words, 160)}» не дорівнює сумі цифрами ${value}`,
          expected: sumInWords(kopiikas),
          hint: 'Звірте обидва записи з договором; якщо вони різняться в самому договорі, його треба виправити.',
        };
    }
  },
};

function kopiikasIn(value: string): bigint | undefined {
  const [, whole, part = ''] = /^(0|[1-9]\d{0,14})(?:\.(\d{1,2}))?$/.exec(value) ?? [];
  return whole === undefined ? undefined : BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
}
