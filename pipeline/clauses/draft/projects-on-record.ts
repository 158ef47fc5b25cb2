import type { LocalDate } from '../../model/date.js';
import type { Draft } from '../../model/draft.js';
import { lastVersion } from '../../model/minutes.js';
import type { ProjectStanding } from '../../model/project-steps.js';
import type { RegisterWorld } from '../../model/rule.js';

/** The draft of the version of a project that was before a meeting; undefined where there is none, or none that can be read. */
export async function tabledDraft(
  standing: ProjectStanding,
  meeting: LocalDate,
  { projects }: Pick<RegisterWorld, 'projects'>,
): Promise<Draft | undefined> {
  const version = lastVersion(standing, meeting);
  return version && projects.draftOf(version.by);
}
