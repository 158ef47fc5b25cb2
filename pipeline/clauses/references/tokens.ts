/** A piece of a text: `word` of letters, `number` (`59`, `2.1`, `01.01.2020`), opening or closing quotation mark, or one other `sign`. */
export interface Token {
  readonly is: 'word' | 'number' | 'open' | 'close' | 'sign';
  /** Words in lower case, in one alphabet, with the apostrophe `ʼ`; dashes of every kind as `-`, full-size ones as `–`. */
  readonly text: string;
  /** As it stands in the text. */
  readonly raw: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

const PIECE =
  /(?<word>\p{L}(?:[\p{L}\p{M}]|['’‘`´ʼ](?=\p{L}))*)|(?<number>\d+(?:\.\d+)*)|(?<upper>[⁰¹²³⁴-⁹]+)|(?<quote>["«»“”„‟]|''|‹|›)|(?<sign>\S)/gu;
const UPPER_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LATIN_LIKE: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  k: 'к',
  m: 'м',
  t: 'т',
  b: 'в',
  h: 'н',
  ï: 'ї',
};

/** Cuts a text into tokens; white space of every kind, the no-break space included, only separates them. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let depth = 0;
  for (const piece of text.matchAll(PIECE)) {
    const raw = piece[0];
    const start = piece.index;
    const at = { raw, start, end: start + raw.length };
    const { word, number, upper, quote } = piece.groups ?? {};
    if (word !== undefined) found.push({ is: 'word', text: readWord(word), ...at });
    else if (number !== undefined) found.push({ is: 'number', text: number, ...at });
    else if (upper !== undefined) found.push({ is: 'sign', text: '^', ...at });
    else if (quote !== undefined) {
      const is = opens(quote, text, start, depth) ? 'open' : 'close';
      depth = Math.max(0, depth + (is === 'open' ? 1 : -1));
      found.push({ is, text: '"', ...at });
    } else found.push({ is: 'sign', text: readSign(raw), ...at });
  }
  return found;
}

/** Digits of an index set above the line: `¹²` is `12`. */
export function readUpperDigits(raw: string): string {
  return Array.from(raw, (digit) => UPPER_DIGITS.indexOf(digit)).join('');
}

function readWord(raw: string): string {
  const lower = raw
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/['’‘`´]/gu, 'ʼ')
    .replaceAll('\u0301', '');
  if (!/[а-яґєії]/u.test(lower)) return lower;
  return lower.replaceAll(/[a-zï]/gu, (letter) => LATIN_LIKE[letter] ?? letter);
}

function readSign(raw: string): string {
  if (/[‐‑-]/u.test(raw)) return '-';
  return /[‒–—―−]/u.test(raw) ? '–' : raw;
}

/** Typists use the straight mark and `“` both to open and to close: what stands before it decides, and whether anything is open. */
function opens(quote: string, text: string, at: number, depth: number): boolean {
  if ('«„‹‟'.includes(quote)) return true;
  if ('»”›'.includes(quote)) return false;
  return depth === 0 || /[\s\u00A0(["«„“]/u.test(text[at - 1] ?? ' ');
}
