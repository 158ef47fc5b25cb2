/** Parts of a legal act by which it is cited, from the largest to the smallest. */
export const UNITS = ['section', 'article', 'part', 'point', 'subpoint', 'paragraph'] as const;
export type Unit = (typeof UNITS)[number];

/** One place in an act, e.g. part 6 of article 59; numbers as the act writes them, letters in lower case. */
export type Norm = Readonly<Partial<Record<Unit, string>>>;

const ABBREVIATIONS: Readonly<Record<Unit, string>> = {
  section: 'розд.',
  article: 'ст.',
  part: 'ч.',
  point: 'п.',
  subpoint: 'пп.',
  paragraph: 'абз.',
};

/** 0 for the largest unit. */
export function rankOf(unit: Unit): number {
  return UNITS.indexOf(unit);
}

/** Units of a norm, the largest first. */
export function unitsOf(norm: Norm): Unit[] {
  return UNITS.filter((unit) => norm[unit] !== undefined);
}

/** Equal for norms that name the same place, whatever order the text named its units in. */
export function normKey(norm: Norm): string {
  return unitsOf(norm)
    .map((unit) => `${unit} ${norm[unit]}`)
    .join('/');
}

/** A norm as lawyers write it, the smallest unit first: `п. 3 ч. 6 ст. 59`. */
export function normText(norm: Norm): string {
  return unitsOf(norm)
    .reverse()
    .map((unit) => `${ABBREVIATIONS[unit]} ${/^\p{L}$/u.test(norm[unit] ?? '') && unit !== 'section' ? `«${norm[unit]}»` : norm[unit]}`)
    .join(' ');
}
