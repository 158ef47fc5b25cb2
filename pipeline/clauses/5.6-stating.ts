import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 5.6: the stating part is not empty. */
export const statingPart: Rule = {
  id: ruleId('5.6-stating'),
  clause: '5.6',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }) {
    if (content.stating.text.some((paragraph) => paragraph.trim() !== '')) return;
    yield {
      at: '/stating/text',
      message: 'Немає констатуючої частини (stating)',
      expected: 'підстава, обґрунтування або мета документа й посилання на норми законодавства',
      hint: 'Додайте текст констатуючої частини (stating.text).',
    };
  },
};
