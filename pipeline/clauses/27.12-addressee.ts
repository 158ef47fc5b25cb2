import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 27.9, 27.12: a request for materials and a returned contract go to the parties, who are named. */
export const examinationAddressee: Rule = {
  id: ruleId('27.12-addressee'),
  clause: '27.12',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.examines === 'asks' || traits.examines === 'returns',
  *check({ content: { addressees } }) {
    if (addressees.length === 0)
      yield {
        at: '/addressees',
        message: 'Не вказано, кому з сторін надсилають лист (addressees)',
        expected: 'найменування сторін договору',
        hint: 'Додайте в поле addressees кожну сторону, якій надсилають лист.',
      };
    for (const [index, { to }] of addressees.entries()) {
      if (to !== undefined) continue;
      yield {
        at: pointerTo('/addressees', index, 'to'),
        message: `Адресата ${index + 1} не названо (to)`,
        expected: 'найменування сторони договору',
        hint: 'Впишіть найменування адресата або приберіть порожній запис.',
      };
    }
  },
};
