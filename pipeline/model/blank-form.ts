import type { DraftContent } from './draft.js';
import type { Kind } from './kind.js';

/** Whose blank a document is printed on; undefined for one that stands on none, as the account of blanks itself: it must come in when none is left. */
export function blankFormOf(kind: Pick<Kind, 'form' | 'issuerOf' | 'traits'>, content: DraftContent): string | undefined {
  if (!kind.form.parts.includes('bodyNames') || kind.traits(content).stock) return undefined;
  return kind.issuerOf(content) || undefined;
}
