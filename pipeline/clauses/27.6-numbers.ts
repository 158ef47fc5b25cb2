import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { PAPER, sheetList } from './draft/paper-remarks.js';

/** R 27.6: the second and following sheets are numbered with Arabic figures. */
export const paperNumbers: Rule = {
  id: ruleId('27.6-numbers'),
  clause: '27.6',
  severity: 'refuse',
  needs: 'original',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check(_draft, { original }) {
    const { unnumbered, format } = original;
    if (unnumbered.length === 0) return;
    yield {
      at: PAPER,
      message:
        format === 'docx'
          ? 'У договорі немає номерів сторінок: другий і наступні аркуші надрукуються без номера'
          : `Сторінки договору без номера: ${sheetList(unnumbered)}`,
      expected: 'номер арабськими цифрами на другому й кожному наступному аркуші, у верхньому або нижньому полі',
      hint:
        format === 'docx'
          ? 'Вставте номер сторінки у верхнє поле кожного розділу (Вставлення — Номер сторінки).'
          : 'Увімкніть нумерацію сторінок і збережіть договір іще раз.',
    };
  },
};
