import { type Remark, ruleId } from '../model/finding.js';
import type { Norms } from '../model/norms.js';
import type { Rule } from '../model/rule.js';
import { withoutMark } from './draft/title.js';

/** R 5.6; ДСТУ 4163:2020: a title stands, on one line, with neither «;» nor a full stop. */
export const title: Rule = {
  id: ruleId('5.6-title'),
  clause: '5.6',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }, { norms }) {
    const words = content.title?.trim() ?? '';
    if (words === '') {
      yield {
        at: '/title',
        message: 'Немає заголовка (title)',
        expected: 'заголовок одним реченням, без крапки в кінці',
        hint: 'Додайте заголовок, який коротко й точно відображає зміст документа.',
      };
      return;
    }
    if (/[\n\r\v\f\u0085\u2028\u2029]/u.test(words)) yield flaw('У заголовку (title) є розрив рядка', 'Запишіть заголовок одним рядком.');
    if (words.includes(';')) yield flaw('У заголовку (title) є крапка з комою', 'Приберіть «;» або замініть її сполучником.');
    if (hasFullStop(withoutMark(words, norms.delegatedMark).words, norms))
      yield flaw('У заголовку (title) є крапка, як у кінці речення', 'Приберіть крапку: заголовок — це одне речення без неї.');
  },
};

function flaw(message: string, hint: string): Remark {
  return { at: '/title', message, expected: 'заголовок одним реченням в один рядок, без «;» і без крапки', hint };
}

/** A full stop at the end, abbreviations apart, or before a second `Про`. */
function hasFullStop(words: string, { titleAbbreviations }: Norms): boolean {
  const last = /(\p{L}+)\.$/u.exec(words)?.[1]?.toLowerCase();
  const ends = words.endsWith('.') && !(last !== undefined && titleAbbreviations.includes(last));
  return ends || /\.\s+Про\s/u.test(words);
}
