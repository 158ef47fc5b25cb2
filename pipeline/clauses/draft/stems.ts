import { stem, words } from '../../language/stem.js';

/** Stems of a text's words, in order. */
export function stemsOf(text: string): string[] {
  return words(text).map(stem);
}

/** Where stems occur in a text's stems one after another, other words between them allowed: the place of the first, -1 if nowhere. */
export function positionInOrder(wanted: readonly string[], stems: readonly string[], from = 0): number {
  for (let start = stems.indexOf(wanted[0] ?? '', from); start >= 0; start = stems.indexOf(wanted[0] ?? '', start + 1)) {
    let next = start;
    const found = wanted.every((wantedStem) => {
      next = stems.indexOf(wantedStem, next) + 1;
      return next > 0;
    });
    if (found) return start;
  }
  return -1;
}

/** Whether stems occur in a text's stems side by side. */
export function hasPhrase(phrase: readonly string[], stems: readonly string[]): boolean {
  return stems.some((_, start) => phrase.every((wanted, index) => stems[start + index] === wanted));
}
