import type { DraftContent } from './draft.js';
import type { Kind } from './kind.js';

/**
 * Whose blank a document takes; undefined for one that takes none: the account of blanks itself, which must come in when none is left, and what only says
 * something of another document's tasks, and a project.
 */
export function blankFormOf(kind: Pick<Kind, 'form' | 'issuerOf' | 'traits'>, content: DraftContent): string | undefined {
  const { stock, marks, project } = kind.traits(content);
  if (!kind.form.parts.includes('bodyNames') || stock || project || marks === 'extends' || marks === 'releases') return undefined;
  return kind.issuerOf(content) || undefined;
}
