import type { Draft } from './draft.js';
import type { ActName } from './effect.js';

/** A run of words that stands in both texts, only in the later, or only in the earlier. */
export interface ComparedWords {
  readonly how: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A part of a text that is not as it was: `n` is its number in the later text, `was` in the earlier; one of them is absent where it is new, or gone. */
export interface ComparedPart {
  readonly part: 'title' | 'stating' | 'point' | 'annex';
  readonly n?: string | undefined;
  readonly was?: string | undefined;
  readonly words: readonly ComparedWords[];
}

/** What a version of a project, or the text adopted, has made of the version before it (R 5.17, 5.18, 6.3). */
export interface Comparison {
  /** The version it is compared with. */
  readonly with: ActName & { readonly version: number };
  /** Only what differs, in the order of the later text; none if the texts are the same. */
  readonly parts: readonly ComparedPart[];
}

/** Finds what differs in two texts: by points, title and annexes, and within them by words. */
export type CompareTexts = (before: Draft, after: Draft) => readonly ComparedPart[];
