import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { comparableText } from './draft/paper-remarks.js';
import { nearestPassage, squeezed, wordsMissing } from './draft/paper-text.js';

/** R 27.10.1: the subject of the card is in the words of the paper, in any of their forms. */
export const textSubject: Rule = {
  id: ruleId('27.10-text-subject'),
  clause: '27.10',
  severity: 'warn',
  needs: 'original',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check({ content }, { original }) {
    const text = comparableText(original);
    if (text === undefined) return;
    const whole = squeezed(text);
    for (const { at, subject } of [
      { at: '/subject', subject: content.subject },
      { at: '/newTerms/subject', subject: content.newTerms?.subject },
    ]) {
      if (subject === undefined || whole.includes(squeezed(subject))) continue;
      const missing = wordsMissing(subject, text);
      if (missing.length === 0) continue;
      const near = nearestPassage(subject, text);
      yield {
        at,
        message: `У тексті договору немає слів предмета з картки: ${missing.map((word) => `«${word}»`).join(', ')}${near === undefined ? '' : `; у тексті є «${near}»`}`,
        expected: 'предмет, як у договорі',
        hint: 'Звірте предмет у картці з текстом договору.',
      };
    }
  },
};
