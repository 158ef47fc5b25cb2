import type { Unit } from './norm.js';
import { ordinalAt } from './ordinals.js';
import { readUpperDigits, type Token } from './tokens.js';

interface Value {
  readonly value: string;
  readonly next: number;
}

/** After a bare number, words by which it counts something else than a norm: `2021 року`, `3 січня`. */
const NOT_A_NORM =
  /^(?:рок|рік|р$|рр$|січн|лют(?:ого|ий)|берез|квітн|трав(?:ня|ень)|черв(?:ня|ень)|лип(?:ня|ень)|серп(?:ня|ень)|верес|жовт(?:ня|ень)|листопад|груд(?:ня|ень)|грн|гривен|гривн|тис$|млн|га$|кв$|год|дн(?:і|ів)|осіб)/u;
const DATE = /^\d{1,2}\.\d{1,2}\.\d{2,4}$/u;
const ROMAN = /^[ivxlcdmіхсм]+$/u;
const ROMAN_LETTERS: Readonly<Record<string, string>> = { і: 'i', х: 'x', с: 'c', м: 'm' };
/** More than the articles of any one citation: a wider range is a slip of the pen. */
const WIDEST_RANGE = 200;

/**
 * The values of a unit from token `at` on: a number (`12`, `12-1`, `12¹`), a letter (`«б»`), an ordinal in words (`шостої`), a Roman numeral
 * of a section, or a list or range of these. `stop` ends a list before a value that belongs elsewhere.
 */
export function valuesAt(
  all: readonly Token[],
  at: number,
  unit: Unit,
  stop: (value: string, values: readonly string[]) => boolean,
): { readonly values: readonly string[]; readonly next: number } | undefined {
  const first = valueAt(all, at, unit, true);
  if (first === undefined) return undefined;
  const inWords = ordinalAt(all, at) !== undefined;
  const values = [first.value];
  let next = first.next;
  for (;;) {
    const range = rangeEndAt(all, next, unit);
    if (range !== undefined) {
      values.push(...between(values.at(-1) ?? '', range.value));
      next = range.next;
      continue;
    }
    const joint = jointAt(all, next);
    const more = joint === undefined ? undefined : valueAt(all, joint, unit, false);
    if (more === undefined || joint === undefined || stop(more.value, values)) return { values, next };
    if (ordinalAt(all, joint) !== undefined && !inWords) return { values, next };
    values.push(more.value);
    next = more.next;
  }
}

/** The token after `,`, `та`, `і`, `й`, `або` (also `, та`); undefined if none of these stands at `at`. */
export function jointAt(all: readonly Token[], at: number): number | undefined {
  let next = at;
  if (all[next]?.text === ',' || all[next]?.text === ';') next += 1;
  if (/^(?:а|також|та|і|й|або|чи)$/u.test(all[next]?.text ?? '') && all[next]?.is === 'word') next += 1;
  if (all[next]?.text === 'також') next += 1;
  return next === at ? undefined : next;
}

function valueAt(all: readonly Token[], at: number, unit: Unit, isFirst: boolean): Value | undefined {
  const token = all[at];
  if (token === undefined) return undefined;
  if (token.is === 'number') return numberAt(all, at, isFirst);
  if (token.is === 'open') return quotedLetterAt(all, at);
  if (token.is !== 'word') return undefined;
  if (unit === 'section' && ROMAN.test(token.text) && token.raw === token.raw.toUpperCase())
    return { value: token.text.replaceAll(/[іхсм]/gu, (letter) => ROMAN_LETTERS[letter] ?? letter).toUpperCase(), next: at + 1 };
  if (/^\p{L}$/u.test(token.text) && (isFirst || all[at + 1]?.text === ')'))
    return { value: token.text, next: all[at + 1]?.text === ')' ? at + 2 : at + 1 };
  return ordinalAt(all, at);
}

function numberAt(all: readonly Token[], at: number, isFirst: boolean): Value | undefined {
  const token = all[at];
  if (token === undefined || DATE.test(token.text)) return undefined;
  const after = all[at + 1];
  if (!isFirst && after?.is === 'word' && NOT_A_NORM.test(after.text)) return undefined;
  if (after?.text === '^') {
    if (after.raw !== '^') return { value: `${token.text}-${readUpperDigits(after.raw)}`, next: at + 2 };
    if (all[at + 2]?.is === 'number') return { value: `${token.text}-${all[at + 2]?.text}`, next: at + 3 };
  }
  const joined = after?.text === '-' && after.start === token.end ? all[at + 2] : undefined;
  if (joined !== undefined && joined.start === after?.end) {
    if (joined.is === 'number' && Number(joined.text) <= Number(token.text)) return { value: `${token.text}-${joined.text}`, next: at + 3 };
    if (joined.is === 'word' && joined.text.length <= 3) return { value: token.text, next: at + 3 };
  }
  return { value: token.text, next: at + 1 };
}

function quotedLetterAt(all: readonly Token[], at: number): Value | undefined {
  const [letter, close] = [all[at + 1], all[at + 2]];
  if (letter === undefined || close?.text !== '"') return undefined;
  const isValue = letter.is === 'number' || (letter.is === 'word' && letter.text.length === 1);
  return isValue ? { value: letter.text, next: at + 3 } : undefined;
}

/** The end of a range whose beginning was just read: `51–53`, `51 - 53`. */
function rangeEndAt(all: readonly Token[], at: number, unit: Unit): Value | undefined {
  const dash = all[at]?.text;
  if (dash !== '-' && dash !== '–') return undefined;
  return all[at + 1]?.is === 'number' ? valueAt(all, at + 1, unit, true) : undefined;
}

/** What follows `from` up to and including `to`. */
function between(from: string, to: string): string[] {
  const [first, last] = [Number(from), Number(to)];
  if (!Number.isInteger(first) || !Number.isInteger(last) || last <= first || last - first > WIDEST_RANGE) return [to];
  return Array.from({ length: last - first }, (_, index) => String(first + 1 + index));
}
