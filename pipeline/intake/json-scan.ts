import type { Bounds } from './raw.js';

/** What a pass over a JSON text shows before it is parsed; offsets in UTF-16 code units. */
export interface JsonScan {
  /** First bracket that opens a level deeper than allowed. */
  readonly tooDeepAt: number | null;
  /** First token past the most allowed. */
  readonly tooManyAt: number | null;
  /** First control character that stands bare inside a string (RFC 8259, section 7). */
  readonly bareControlAt: number | null;
  /** True if a string or a bracket is still open where the text ends. */
  readonly isOpenAtEnd: boolean;
  /** Where the last token begins. */
  readonly lastTokenAt: number;
}

/** Looks over brackets and strings only, in one pass and without recursion, so that no depth of nesting can harm it. */
export function scanJson(text: string, bounds: Bounds): JsonScan {
  let depth = 0;
  let tokens = 0;
  let tooManyAt: number | null = null;
  let tooDeepAt: number | null = null;
  let bareControlAt: number | null = null;
  let isInString = false;
  let isInWord = false;
  let lastTokenAt = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) isInString = false;
      else if (code < SPACE) bareControlAt ??= at;
      continue;
    }
    if (code <= SPACE) {
      isInWord = false;
      continue;
    }
    const isPunctuation = PUNCTUATION.has(code);
    if (isPunctuation || !isInWord) {
      lastTokenAt = at;
      tokens += 1;
      if (tokens > bounds.parts) tooManyAt ??= at;
    }
    isInWord = !isPunctuation;
    if (code === QUOTE) isInString = true;
    else if (OPENING.has(code)) {
      depth += 1;
      if (depth > bounds.depth) tooDeepAt ??= at;
    } else if (CLOSING.has(code)) depth -= 1;
  }
  return { tooDeepAt, tooManyAt, bareControlAt, isOpenAtEnd: isInString || depth > 0, lastTokenAt };
}

const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const codes = (characters: string): ReadonlySet<number> => new Set(Array.from(characters, (character) => character.charCodeAt(0)));
const OPENING = codes('[{');
const CLOSING = codes(']}');
const PUNCTUATION = codes('[]{},:"');
