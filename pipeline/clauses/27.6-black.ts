import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { PAPER, sheetName } from './draft/paper-remarks.js';

/** The first few show where to look. */
const MOST_SHOWN = 10;

/** No part of the light stronger than the tolerance: what the eye takes for black on paper. */
function isBlack(colour: string, tolerance: number): boolean {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return parts.every((part) => part <= tolerance);
}

/** R 27.6: all is printed in black. */
export const paperBlack: Rule = {
  id: ruleId('27.6-black'),
  clause: '27.6',
  severity: 'refuse',
  needs: 'original',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check(_draft, { original, norms }) {
    const coloured = original.coloured.filter(({ colour }) => !isBlack(colour, norms.blackTolerance));
    for (const { sheet, colour, text } of coloured.slice(0, MOST_SHOWN))
      yield {
        at: PAPER,
        message: `Текст договору не чорний${sheetName(original, sheet)}: «${text}», ${colour === 'pattern' ? 'узор' : `колір ${colour}`}`,
        expected: 'шрифт чорного кольору',
        hint: 'Задайте всьому тексту чорний або автоматичний колір; посилання теж мають бути чорні.',
      };
  },
};
