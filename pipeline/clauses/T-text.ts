import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { bodyTexts } from './draft/texts.js';

/** A document whose own text is what it says has one. */
export const textGiven: Rule = {
  id: ruleId('T-text'),
  clause: null,
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.prose,
  *check({ content }) {
    if (![...bodyTexts(content)].every(({ text }) => text.trim() === '')) return;
    yield {
      at: '/body',
      message: 'Немає тексту документа (body)',
      expected: 'один або кілька абзаців',
      hint: 'Додайте текст: [{ "type": "paragraph", "text": "…" }].',
    };
  },
};
