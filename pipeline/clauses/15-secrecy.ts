import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { allTexts } from './draft/texts.js';

/** R 15: an act of limited access is not taken. What the remark says repeats nothing of the draft, not even which mark it bears. */
export const secrecy: Rule = {
  id: ruleId('15-secrecy'),
  clause: '15',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  *check({ content }, { norms }) {
    const marked = [...allTexts(content)].find(
      ({ text, form }) => form === 'line' && norms.secrecyMarks.some((mark) => standsAlone(mark, text)),
    );
    const at = content.access === 'open' ? marked?.at : '/access';
    if (at === undefined) return;
    yield {
      at,
      message: 'Документ має обмежений доступ: такі документи тут не приймають',
      expected: 'документ із відкритим доступом, без грифа обмеження доступу',
      hint: 'Передайте документ особі, відповідальній за секретне діловодство, у встановленому порядку.',
    };
  },
};

/** A mark as a line of its own, with or without the copy's number; never one mentioned in running text. */
function standsAlone(mark: string, line: string): boolean {
  const plain = line
    .toLowerCase()
    .replaceAll(/["«»“”„]/gu, '')
    .replace(/[.,]?\s*(?:прим\.?|примірник)(?:\s*№)?\s*[\d_]*\s*$/u, '')
    .replace(/^гриф[\s:]+/u, '')
    .replace(/[\s.!]+$/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return plain === mark.toLowerCase() || plain.replaceAll(' ', '') === mark.toLowerCase().replaceAll(' ', '');
}
