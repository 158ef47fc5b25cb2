import type { View } from '../model/kind.js';
import type { Faces } from './pdf/fonts.js';
import { wordsOf } from './view-words.js';

/** Signs that no text has: controls but for tab and line breaks, halves of surrogate pairs, non-characters. Fonts map some of them, XML forbids them. */
const NO_SIGN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u;

/** Code points of a view's words that a face of the renditions cannot draw; spaces of a draft's text are no glyphs. */
export function missingGlyphs(faces: Faces, view: View): ReadonlySet<number> {
  const seen = new Set<number>();
  for (const text of wordsOf(view)) for (const character of text) seen.add(character.codePointAt(0) ?? 0);
  for (const space of ' \t\r\n') seen.delete(space.charCodeAt(0));
  return new Set(
    [...seen].filter(
      (codePoint) => NO_SIGN.test(String.fromCodePoint(codePoint)) || Object.values(faces).some((face) => !face.has(codePoint)),
    ),
  );
}
