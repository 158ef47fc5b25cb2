import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { signFlaws } from './draft/signs.js';
import { ownTexts } from './draft/texts.js';

/** No invisible signs and no letters of another alphabet inside Ukrainian words in the act's own text: it would be found and copied wrongly. */
export const signs: Rule = {
  id: ruleId('T-signs'),
  clause: null,
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  *check({ content }) {
    for (const { at, text } of ownTexts(content))
      for (const { message, hint } of signFlaws(text)) yield { at, message, expected: 'українські слова лише українськими літерами', hint };
  },
};
