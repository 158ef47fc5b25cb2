import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { PAPER, sheetList } from './draft/paper-remarks.js';

/** R 27.6, 27.8.1: a picture of a page tells the program nothing; who examines the contract looks at it. */
export const paperScan: Rule = {
  id: ruleId('27.6-scan'),
  clause: '27.6',
  severity: 'warn',
  needs: 'original',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check(_draft, { original }) {
    const { scanned } = original;
    if (scanned.length === 0) return;
    yield {
      at: PAPER,
      message: `Сторінки договору без тексту, який можна прочитати: ${sheetList(scanned)}; текст, номери сторінок і кольори не перевірено`,
      expected: 'PDF із текстом або DOCX',
      hint: 'Звірте картку з договором і перевірте його оформлення очима.',
    };
  },
};
