import { stem, words } from '../../language/stem.js';
import { type LocalDate, parseLocalDate } from '../../model/date.js';
import { excerpt } from './excerpt.js';

/**
 * Words as they are compared with a paper: without case, spaces, ends of lines, hyphens (a word may be divided) and quotes, one apostrophe for all, and the
 * long forms of companies as their abbreviations.
 */
export function squeezed(text: string, forms: readonly (readonly [long: string, short: string])[] = []): string {
  return forms.reduce((all, [long, short]) => all.replaceAll(plain(long), short), plain(joined(text))).replace(LEFT_OUT, '');
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(APOSTROPHES, '’').replace(/\s+/gu, ' ');

const APOSTROPHES = /['ʼ‘`´ʹʻ′＇]/gu;
const LEFT_OUT = /[\s\p{Pd}\u00ad«»„“”"]/gu;

/** Whether digits or an account stand in a text as a whole, in groups or not. */
export function hasSigns(text: string, signs: string): boolean {
  const apart = [...signs].map((sign) => sign.replace(/\W/u, '\\$&')).join('\\s?');
  return new RegExp(`(?<![\\p{L}\\p{N}])${apart}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

/** Numbers of a text in kopecks, in the order in which they first stand there: `125 000,00`, `125000.00`, `125 000`. */
export function sumsIn(text: string): number[] {
  const found = [...text.matchAll(SUM)].map(([, whole = '', part = '']) => Number(`${whole.replace(/\D/gu, '')}${part.padEnd(2, '0')}`));
  return [...new Set(found)];
}

const SUM = /(?<![\d.,])(\d{1,3}(?:[\s'’.]\d{3})+|\d+)(?:[.,](\d{1,2}))?(?![\d])/gu;

/** Those of them that a unit of money follows, as they are written. */
export function moneyIn(text: string): string[] {
  return [...new Set([...text.matchAll(MONEY)].map(([, sum = '']) => sum.replace(/\s+/gu, ' ')))];
}

const MONEY = /(?<![\d.,])(\d[\d\s]{0,20}(?:[.,]\d{1,2})?)\s*(?:\([^)]{0,200}\)\s*)?(?:грн|гривень|гривні|гривня|₴)/gu;

/** Days of a text, in either Ukrainian style: `01.02.2021`, `01 лютого 2021 року`, `«01» лютого 2021 р.` */
export function daysIn(text: string): LocalDate[] {
  const plain = text.replace(/\s+/gu, ' ');
  const digital = [...plain.matchAll(/(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/gu)].map(([, day = '', month = '', year = '']) => ({
    day,
    month,
    year,
  }));
  const verbal = [...plain.matchAll(VERBAL)].map(([, day = '', name = '', year = '']) => ({
    day,
    month: String(MONTHS.indexOf(name.toLowerCase()) + 1),
    year,
  }));
  const days = [...digital, ...verbal].flatMap(
    ({ day, month, year }) => parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? [],
  );
  return [...new Set(days)];
}

const MONTHS: readonly string[] = [
  'січня',
  'лютого',
  'березня',
  'квітня',
  'травня',
  'червня',
  'липня',
  'серпня',
  'вересня',
  'жовтня',
  'листопада',
  'грудня',
];
const VERBAL = new RegExp(`(?<!\\d)[«„“"]?(\\d{1,2})[»“”"]? ?(${MONTHS.join('|')}) (\\d{4})(?!\\d)`, 'giu');

/** Words of a phrase, in any form, that a text does not have; little words do not count. */
export function wordsMissing(phrase: string, text: string): string[] {
  const there = new Set(words(joined(text)).map(stem));
  return words(phrase).filter((word) => word.length > 2 && !there.has(stem(word)));
}

/** The passage of a text that has most of a phrase's words, for a message; undefined if none has half of them. */
export function nearestPassage(phrase: string, text: string): string | undefined {
  const wanted = new Set(words(phrase).map(stem));
  const tokens = joined(text).split(/\s+/u);
  const hits = tokens.map((token) =>
    words(token)
      .map(stem)
      .find((one) => wanted.has(one)),
  );
  const width = wanted.size + SLACK;
  const inside = new Map<string, number>();
  let best = { at: 0, count: 0 };
  for (const [index, hit] of hits.entries()) {
    if (hit !== undefined) inside.set(hit, (inside.get(hit) ?? 0) + 1);
    const gone = hits[index - width];
    if (gone !== undefined) {
      const left = (inside.get(gone) ?? 1) - 1;
      if (left === 0) inside.delete(gone);
      else inside.set(gone, left);
    }
    if (inside.size > best.count) best = { at: Math.max(0, index - width + 1), count: inside.size };
  }
  if (best.count * 2 < wanted.size) return undefined;
  const first = hits.findIndex((hit, index) => index >= best.at && hit !== undefined);
  return excerpt(tokens.slice(first, first + width).join(' '), LONGEST_PASSAGE);
}

/** Words that may stand between those of a phrase. */
const SLACK = 4;
const LONGEST_PASSAGE = 160;

/** A word that is divided at the end of a line is one word. */
function joined(text: string): string {
  return text.replace(/(\p{L})[-\u00ad‐]\n(\p{Ll})/gu, '$1$2');
}

/** Something found beside what was sought, for a message. */
export function foundThere(found: readonly string[]): string {
  const some = found.slice(0, MOST_SHOWN).map((one) => `«${one}»`);
  return some.length === 0 ? 'нічого схожого в тексті немає' : `у тексті є ${some.join(', ')}${found.length > some.length ? ' тощо' : ''}`;
}

const MOST_SHOWN = 4;
