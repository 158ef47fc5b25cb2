import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { signFlaws } from './draft/signs.js';
import { annexTexts } from './draft/texts.js';

/** The same signs in an annex, which may be a text that came from elsewhere. */
export const signsInAnnex: Rule = {
  id: ruleId('T-signs-annex'),
  clause: null,
  severity: 'warn',
  needs: 'draft',
  appliesTo: () => true,
  *check({ content }) {
    for (const { at, text } of annexTexts(content))
      for (const { message, hint } of signFlaws(text)) yield { at, message, expected: 'українські слова лише українськими літерами', hint };
  },
};
