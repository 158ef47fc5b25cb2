import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isContract } from './draft/contract-terms.js';
import { excerpt } from './draft/excerpt.js';
import { PAPER } from './draft/paper-remarks.js';

/** R 27.6, 27.7: a contract is handed in itself, beside its card. */
export const originalPaper: Rule = {
  id: ruleId('27.6-original'),
  clause: '27.6',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: isContract,
  *check({ content, attachments }) {
    const { file } = content.original ?? {};
    if (file !== undefined && attachments.some(({ name }) => name === file)) return;
    yield {
      at: file === undefined ? '/original' : PAPER,
      message: file === undefined ? 'До картки не додано самого договору' : `До картки не додано файла договору «${excerpt(file)}»`,
      expected: 'ZIP із карткою та файлом договору (PDF або DOCX)',
      hint: 'Покладіть файл договору в один ZIP із карткою та вкажіть його назву (original, file).',
    };
  },
};
