import type { DraftContent } from '../model/draft.js';
import type { NamedProject } from '../model/kind.js';
import type { Known } from './known.js';

/** The projects that a paper of a meeting names, each as its last version reads, in order of the questions; what is not on record a rule has refused. */
export async function projectsNamed({ items }: DraftContent, { projects }: Pick<Known, 'projects'>): Promise<readonly NamedProject[]> {
  const named: NamedProject[] = [];
  for (const id of new Set(items.flatMap((item) => item.projects))) {
    const version = (await projects?.standing(id))?.versions.at(-1)?.by;
    const draft = version && (await projects?.draftOf(version));
    if (version !== undefined && draft !== undefined) named.push({ id, version, draft });
  }
  return named;
}
