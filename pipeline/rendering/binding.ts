const BEFORE_NEXT = /^[«(„"'’]*(?:№|№№|§|(?:ст|ч|п|пп|м|с|смт|вул|просп|бульв|пл|пров|буд|кв)\.|[А-ЯЄІЇҐ]\.(?:-?[А-ЯЄІЇҐ]\.)?)$/u;
const DASH = /^[–—]$/u;
const NUMBER = /^[\d\s.,]*\d$/u;
const GROUP = /^\d{1,3}$/u;
const NEXT_GROUP = /^\d{3}(?:,\d+)?[.,;:)]*$/u;
const UNIT =
  /^(?:грн|тис|млн|млрд|р|рр|рік|році|року|роком|роки|років|г|га|кг|км|кв|куб|год|хв|%|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)[.,;:)]*$/u;

/**
 * Whether a line must not end between two neighbouring words: after `№`, `ст.`, `м.`, `вул.` or an initial, between a number and its unit or
 * month, between thousands and hundreds, and before a dash.
 */
export function isBound(word: string, next: string): boolean {
  return DASH.test(next) || BEFORE_NEXT.test(word) || (NUMBER.test(word) && UNIT.test(next)) || (GROUP.test(word) && NEXT_GROUP.test(next));
}

/** The text with no-break spaces where a line must not end; the words stay the same. */
export function bind(text: string): string {
  const words = text.split(/[ \t\r\n]+/);
  return words.reduce(
    (line, word, index) => (index === 0 ? word : line + (isBound(words[index - 1] ?? '', word) ? '\u00a0' : ' ') + word),
    '',
  );
}
