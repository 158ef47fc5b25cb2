import type { DraftContent } from '../model/draft.js';
import type { NamedProject } from '../model/kind.js';
import { lastVersion } from '../model/minutes.js';
import type { Known } from './known.js';

/** The projects that a paper of a meeting names, each as the last version by the day of the meeting reads, in order of the questions; what is not on record a rule has refused. */
export async function projectsNamed(
  { meeting, items }: DraftContent,
  { projects }: Pick<Known, 'projects'>,
): Promise<readonly NamedProject[]> {
  const named: NamedProject[] = [];
  for (const id of new Set(items.flatMap((item) => item.projects))) {
    const standing = await projects?.standing(id);
    const last = meeting?.date === undefined ? standing?.versions.at(-1) : standing && lastVersion(standing, meeting.date);
    const version = last?.by;
    const draft = version && (await projects?.draftOf(version));
    if (version !== undefined && draft !== undefined) named.push({ id, version, draft });
  }
  return named;
}
