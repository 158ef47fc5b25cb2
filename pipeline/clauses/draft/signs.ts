import { excerpt } from './excerpt.js';

/** What is wrong with the signs of a text. */
export interface SignFlaw {
  readonly message: string;
  readonly hint: string;
}

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/u;
const WORD = /[\p{L}\p{M}\p{N}'’ʼ]+/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const OTHER_LETTER = /[\p{Script=Latin}\p{Script=Greek}]/gu;
/** Roman figures and the Cyrillic letters that look like them. */
const ROMAN = /^[IVXLCDMІХСМ]+$/u;
/** More marks on one letter than any Ukrainian word has: they are printed over the lines above and below. */
const HEAP = /.\p{M}{2,}/u;
/** A conjunction or preposition of one letter, alike in both alphabets, typed in Latin between Cyrillic words. */
const LONE_LETTER = /(?<=[\p{Script=Cyrillic},][\s\u00A0])[aioy](?=[\s\u00A0]\p{Script=Cyrillic})/gu;

/** Invisible signs of a text and words of two alphabets; a Roman numeral is not one of these. */
export function signFlaws(text: string): SignFlaw[] {
  return [...invisible(text), ...heaped(text), ...mixedWords(text)];
}

/** Roman numerals of a text whose figures are typed partly in Cyrillic, partly in Latin letters: `VІІІ`. */
export function mixedNumerals(text: string): string[] {
  return wordsOf(text).filter((word) => ROMAN.test(word) && isMixed(word));
}

function* invisible(text: string): Iterable<SignFlaw> {
  const seen = new Set<string>();
  for (const [index, sign] of Array.from(text).entries()) {
    if (!INVISIBLE.test(sign) || seen.has(sign)) continue;
    seen.add(sign);
    yield {
      message: `Недопустимий невидимий знак ${nameOf(sign)} ${placeOf(Array.from(text), index)}`,
      hint: 'Вилучіть цей знак або наберіть слова заново.',
    };
  }
}

function* heaped(text: string): Iterable<SignFlaw> {
  const found = HEAP.exec(text.normalize('NFC'));
  if (found === null) return;
  const [letter = '', ...marks] = Array.from(found[0]);
  yield {
    message: `Над літерою «${letter}» забагато надрядкових знаків: ${marks.length}`,
    hint: 'Наберіть це слово заново.',
  };
}

function* mixedWords(text: string): Iterable<SignFlaw> {
  for (const word of new Set(wordsOf(text).filter((each) => isMixed(each) && !ROMAN.test(each)))) {
    const letters = [...new Set(word.match(OTHER_LETTER))].map((letter) => `«${letter}»`).join(', ');
    yield {
      message: `У слові «${excerpt(word)}» є літери іншої абетки: ${letters}`,
      hint: 'Наберіть слово заново українською розкладкою.',
    };
  }
  for (const letter of new Set(text.match(LONE_LETTER)))
    yield { message: `Слово «${letter}» набрано латинською літерою`, hint: 'Наберіть його українською розкладкою.' };
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

function isMixed(word: string): boolean {
  return CYRILLIC.test(word) && word.match(OTHER_LETTER) !== null;
}

/** `U+200B`. */
export function nameOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function placeOf(signs: readonly string[], index: number): string {
  const before =
    signs
      .slice(0, index)
      .filter((sign) => !INVISIBLE.test(sign))
      .join('')
      .trim()
      .split(/\s/u)
      .at(-1) ?? '';
  return before === '' ? 'на початку тексту' : `після «${excerpt(before)}»`;
}
