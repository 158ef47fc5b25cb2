import { words } from '../language/stem.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 5.6: the stating part names ground, reasons or aim; none of the usual openings in it is a sign that it names none. */
export const statingOpening: Rule = {
  id: ruleId('5.6-stating-opening'),
  clause: '5.6',
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }, { norms }) {
    const text = ` ${words(content.stating.text.join(' ')).join(' ')} `;
    if (text.trim() === '' || norms.statingOpenings.some((opening) => text.includes(` ${words(opening).join(' ')} `))) return;
    yield {
      at: '/stating/text',
      message: 'Констатуюча частина (stating) не називає ні мети, ні підстави документа звичними словами',
      expected: norms.statingOpenings.map((opening) => `«${opening}…»`).join(', '),
      hint: 'Перевірте, чи названо підставу, обґрунтування або мету документа.',
    };
  },
};
