import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { allTexts } from './draft/texts.js';

/** Nothing runs out of its column or of the page. */
export const overflow: Rule = {
  id: ruleId('T-overflow'),
  clause: null,
  severity: 'refuse',
  needs: 'trial',
  appliesTo: () => true,
  *check({ content }, { trial }) {
    for (const { page, text } of trial.overflows) {
      const place = [...allTexts(content)].find((candidate) => candidate.text.includes(text.trim()));
      yield {
        at: place?.at ?? '',
        message: `Текст «${excerpt(text)}» виходить за межі відведеного місця на сторінці ${page}`,
        expected: 'текст, що вміщується в рядок або стовпець',
        hint: 'Розділіть довге слово пробілом чи дефісом, скоротіть його або розширте стовпець таблиці (widths).',
        page,
      };
    }
  },
};
