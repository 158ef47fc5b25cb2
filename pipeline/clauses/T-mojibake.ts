import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { damagedWord } from './draft/mojibake.js';
import { allTexts } from './draft/texts.js';

/** No text spoilt by a mistaken encoding; what it was is never guessed into the act, only shown to the author. */
export const damagedEncoding: Rule = {
  id: ruleId('T-mojibake'),
  clause: null,
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  *check({ content }) {
    for (const { at, text } of allTexts(content)) {
      const damage = damagedWord(text);
      if (damage === undefined) continue;
      const meant = damage.meant === null ? '' : `, мабуть, мало бути «${excerpt(damage.meant, 40)}»`;
      yield {
        at,
        message: `Текст зіпсовано неправильним кодуванням: «${excerpt(damage.word, 40)}»${meant}`,
        expected: 'текст українськими літерами',
        hint: 'Відкрийте вихідний документ і збережіть проєкт заново в кодуванні UTF-8.',
      };
    }
  },
};
