import type { DraftContent } from '../../model/draft.js';
import { allPoints, type PlacedPoint } from './points.js';

/** A person whom a point names, by the surname as it stands there. */
export interface NamedPerson {
  readonly placed: PlacedPoint;
  readonly surname: string;
}

/** A letter within a name. */
const LETTER = "[\\p{L}ʼ'’-]";
/** «Миколайовича», «Петрівну»: what stands beside it is a name for certain. */
const PATRONYMIC = new RegExp(
  `(?<![\\p{L}])(?:(\\p{Lu}${LETTER}+)\\s+)?(\\p{Lu}${LETTER}+)\\s+\\p{Lu}\\p{Ll}*(?:ович|євич|евич|івн|ївн)\\p{Ll}*(?:\\s+(\\p{Lu}${LETTER}+))?`,
  'gu',
);
/** «Петра ІВАНЕНКА», as ДСТУ 4163:2020 writes names. */
const IN_CAPITALS = /(?<!\p{L})\p{Lu}[\p{Ll}ʼ'’]+\s+(\p{Lu}[\p{Lu}ʼ'’-]{3,})(?!\p{L})/gu;
const VOWELS = /[АЕЄИІЇОУЮЯ]/gu;

/** Persons whom the operative part names, each once a point. A word in capitals with one vowel is taken for an abbreviation: `ОСББ`. */
export function personsNamed(content: DraftContent): NamedPerson[] {
  return allPoints(content).flatMap((placed) => {
    const text = placed.point.text ?? '';
    const surnames = [
      ...Array.from(text.matchAll(PATRONYMIC), ([, before, , after]) => before ?? after),
      ...Array.from(text.matchAll(IN_CAPITALS), ([, surname]) => surname).filter((word) => (word?.match(VOWELS) ?? []).length > 1),
    ];
    return [...new Set(surnames)].flatMap((surname) => (surname === undefined ? [] : [{ placed, surname }]));
  });
}
