/** Words that show what they were before an encoding was mistaken, and how. */
export interface Damage {
  /** As it stands in the text. */
  readonly word: string;
  /** What it was, where that can be told. */
  readonly meant: string | null;
}

/**
 * The first word of a text that an encoding mistaken somewhere on its way has spoilt: UTF-8 read as windows-1251 («РџСЂРѕ») or as Latin-1 («ÐŸÑ€Ð¾»),
 * windows-1251 read as Latin-1 («Ïðî»), or letters replaced by «�» or «????». Ukrainian and foreign words in their own letters are never taken for it:
 * no run of them spells UTF-8 in windows-1251.
 */
export function damagedWord(text: string): Damage | undefined {
  const lost = /[^\s«»"()]*\uFFFD[^\s«»"()]*|\?{4,}/u.exec(text)?.[0];
  if (lost !== undefined) return { word: lost, meant: null };
  for (const [run] of text.matchAll(RUN)) {
    for (const codes of [WINDOWS_1251, LATIN_1]) {
      const meant = utf8In(run, codes);
      if (meant !== undefined) return { word: run, meant };
    }
  }
  const [latin] = LATIN_WORD.exec(text) ?? [];
  if (latin === undefined) return undefined;
  return { word: latin, meant: new TextDecoder('windows-1251').decode(Uint8Array.from(latin, (letter) => letter.charCodeAt(0))) };
}

/** Signs outside ASCII without a break; every letter of a Cyrillic word in UTF-8 is two of them. */
const RUN = /[\u0080-\u{10FFFF}]{4,}/gu;
/** A word wholly of the upper half of Latin-1: no language writes four such letters in a row. */
const LATIN_WORD = /(?<!\p{L})[\u00C0-\u00FF]{4,}(?!\p{L})/u;
const WORDS = /^[\p{Script=Cyrillic}\u2010-\u2026\u00A0\u00AB\u00BB\u02BC\u2116]+$/u;
const LETTERS = /\p{Script=Cyrillic}{2}/u;

type Codes = ReadonlyMap<string, number>;

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** What bytes 0x80 to 0x9F are in windows-1252. Node 20 decodes that page as ISO 8859-1 (nodejs/node#56542). */
const UPPER_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const WINDOWS_1251 = codesOf(new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 128 }, (_, index) => 128 + index)));
/** As browsers and Windows read it, with signs in place of the upper controls; those stand for themselves too. */
const LATIN_1: Codes = new Map([
  ...codesOf(String.fromCharCode(...Array.from({ length: 128 }, (_, index) => 128 + index))),
  ...codesOf(UPPER_CONTROLS),
]);

function codesOf(upper: string): Codes {
  return new Map(Array.from(upper, (sign, index) => [sign, 128 + index] as const));
}

/** The Cyrillic words that a run of signs spells in UTF-8 when it is written by a code page. */
function utf8In(run: string, codes: Codes): string | undefined {
  const [first = '', second = ''] = run;
  // In UTF-8 a letter begins with such a pair; hardly a word of Ukrainian in its own letters does.
  if (((codes.get(first) ?? 0) & 0xc0) !== 0xc0 || ((codes.get(second) ?? 0) & 0xc0) !== 0x80) return undefined;
  const bytes: number[] = [];
  for (const sign of run) {
    const code = codes.get(sign);
    if (code === undefined) return undefined;
    bytes.push(code);
  }
  try {
    const meant = UTF_8.decode(Uint8Array.from(bytes));
    return WORDS.test(meant) && LETTERS.test(meant) ? meant : undefined;
  } catch {
    return undefined;
  }
}
