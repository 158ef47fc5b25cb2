import { ruleId } from '../model/finding.js';
import type { MeasuredOriginal } from '../model/original.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { PAPER } from './draft/paper-remarks.js';

type Unreadable = NonNullable<MeasuredOriginal['unreadable']>;

const WHY: Readonly<Record<Unreadable, string>> = {
  broken: 'Файл договору пошкоджено, його не можна прочитати',
  encrypted: 'Файл договору зашифровано або захищено паролем',
  'unknown-format': 'Файл договору не є ні PDF, ні DOCX',
  excessive: 'Файл договору надто складний, його не вдалося прочитати',
};

const HINTS: Readonly<Record<Unreadable, string>> = {
  broken: 'Збережіть договір іще раз і перевірте, чи відкривається файл.',
  encrypted: 'Збережіть договір без шифрування, пароля та обмежень.',
  'unknown-format': 'Збережіть договір у форматі PDF або DOCX.',
  excessive: 'Збережіть договір у форматі PDF/A звичайною програмою.',
};

/** R 27.6: the file of the paper can be read, so that it can be measured and kept. */
export const readableOriginal: Rule = {
  id: ruleId('27.6-readable'),
  clause: '27.6',
  severity: 'refuse',
  needs: 'original',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check(_draft, { original }) {
    const { unreadable, file } = original;
    if (unreadable === null) return;
    yield { at: PAPER, message: `${WHY[unreadable]}: «${excerpt(file)}»`, expected: 'PDF або DOCX без пароля', hint: HINTS[unreadable] };
  },
};
