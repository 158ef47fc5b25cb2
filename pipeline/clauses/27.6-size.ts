import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { PAPER, sheetName } from './draft/paper-remarks.js';

const millimetres = ({ widthMm, heightMm }: { readonly widthMm: number; readonly heightMm: number }): string =>
  `${widthMm} × ${heightMm} мм`.replaceAll('.', ',');

/** R 27.6: sheets of A4, upright or lying; measured on the file. */
export const paperSize: Rule = {
  id: ruleId('27.6-size'),
  clause: '27.6',
  severity: 'refuse',
  needs: 'original',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check(_draft, { original, norms }) {
    const { width, height, tolerance } = norms.paperSize;
    const isSo = (a: number, b: number): boolean => Math.abs(a - width) <= tolerance && Math.abs(b - height) <= tolerance;
    const others = original.sheets.filter(({ widthMm, heightMm }) => !isSo(widthMm, heightMm) && !isSo(heightMm, widthMm));
    const [first] = others;
    if (first === undefined) return;
    const more = others.length === 1 ? '' : `, усього таких ${others.length}`;
    yield {
      at: PAPER,
      message: `Аркуш договору не формату А4: ${millimetres(first)}${sheetName(original, first.sheet)}${more}`,
      expected: `А4, ${width} × ${height} мм, допуск ${tolerance} мм`,
      hint: 'Задайте розмір сторінки А4 і збережіть договір іще раз.',
    };
  },
};
