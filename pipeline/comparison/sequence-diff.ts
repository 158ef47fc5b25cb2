import { diffArrays } from 'diff';

/** Stretch of two sequences: what stands in both, or what stands only in the one and only in the other at that place. */
export interface Stretch<T> {
  readonly same: readonly T[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** Changes after which two sequences have too little in common to be worth comparing: the work grows with their square. */
const MOST_CHANGES = 2000;

/** Two sequences of strings as stretches in their order; those that have next to nothing in common are one removed and one added whole. */
export function stretchesOf(before: readonly string[], after: readonly string[]): readonly Stretch<string>[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_CHANGES });
  if (changes === undefined) return [{ same: [], removed: before, added: after }];
  const stretches: { same: string[]; removed: string[]; added: string[] }[] = [];
  for (const { value, added, removed } of changes) {
    const last = stretches.at(-1);
    if (!added && !removed) stretches.push({ same: value, removed: [], added: [] });
    else if (last === undefined || last.same.length > 0)
      stretches.push({ same: [], removed: removed ? value : [], added: added ? value : [] });
    else if (removed) last.removed.push(...value);
    else last.added.push(...value);
  }
  return stretches;
}
