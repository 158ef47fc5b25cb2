import type { DraftContent } from './draft.js';
import type { Kind } from './kind.js';

/** Whose blank a document is printed on; undefined for one that stands on none. */
export function blankFormOf(kind: Pick<Kind, 'form' | 'issuerOf'>, content: DraftContent): string | undefined {
  return (kind.form.parts.includes('bodyNames') && kind.issuerOf(content)) || undefined;
}
