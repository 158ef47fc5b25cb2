import type { Inline } from './line.js';

/** Cuts words wider than a column in pieces that fit; the first piece remembers the word. */
export function cutWideWords(inlines: readonly Inline[], width: number, widthOfText: (text: string, inline: Inline) => number): Inline[] {
  return inlines.flatMap((inline) => {
    const room = width - (inline.leadingIndent ?? 0);
    if (inline.width - inline.trailingCut <= room + EPSILON) return [inline];
    return pieces(inline, width, room, widthOfText);
  });
}

/** Half a thousandth of a point: sums of fractions must not move a word to the next line. */
const EPSILON = 0.0005;

function pieces(inline: Inline, width: number, firstRoom: number, widthOfText: (text: string, inline: Inline) => number): Inline[] {
  const found: Inline[] = [];
  let rest = inline.text;
  let room = firstRoom;
  while (rest.length > 0) {
    const length = longestFitting(rest, room, (text) => widthOfText(text.trimEnd(), inline));
    const text = rest.slice(0, length);
    rest = rest.slice(length);
    if (rest.trim() === '') {
      found.push({
        ...inline,
        ...cuts(inline, found.length === 0),
        text: text + rest,
        width: widthOfText(text + rest, inline),
        trailingCut: inline.trailingCut,
      });
      break;
    }
    const { lineEnd: _, ...open } = inline;
    found.push({ ...open, ...cuts(inline, found.length === 0), text, width: widthOfText(text, inline), trailingCut: 0 });
    room = width;
  }
  const [first, ...others] = found;
  return first === undefined ? [] : [{ ...first, wideWord: inline.text.trim() }, ...others];
}

/** The first piece keeps the paragraph's indent. */
function cuts(inline: Inline, first: boolean): Pick<Inline, 'leadingCut'> {
  return { leadingCut: first ? inline.leadingCut : 0 };
}

/** Characters from the beginning that fit, one at least: by their own widths first, then less what kerning adds. */
function longestFitting(text: string, room: number, widthOf: (text: string) => number): number {
  let length = 0;
  let width = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > room && length > 0) break;
    length += character.length;
  }
  while (length > 1 && widthOf(text.slice(0, length)) > room) length--;
  return length;
}
