import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { mixedNumerals } from './draft/signs.js';
import { allTexts } from './draft/texts.js';

/** A Roman numeral is typed in one alphabet; typed in two it reads the same and is only harder to find. */
export const romanNumerals: Rule = {
  id: ruleId('T-roman'),
  clause: null,
  severity: 'warn',
  needs: 'draft',
  appliesTo: () => true,
  *check({ content }) {
    for (const { at, text } of allTexts(content)) {
      const numerals = [...new Set(mixedNumerals(text))];
      if (numerals.length === 0) continue;
      yield {
        at,
        message: `Римське число ${numerals.map((numeral) => `«${excerpt(numeral, 20)}»`).join(', ')} набрано літерами двох абеток`,
        expected: 'римське число лише латинськими літерами: I, V, X',
        hint: 'Наберіть число заново латинськими літерами.',
      };
    }
  },
};
