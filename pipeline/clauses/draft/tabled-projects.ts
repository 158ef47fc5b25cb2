import type { DraftContent } from '../../model/draft.js';
import { pointerTo } from '../../model/finding.js';
import type { MeetingItem } from '../../model/meeting-card.js';
import type { ProjectStanding } from '../../model/project-steps.js';
import type { RegisterWorld } from '../../model/rule.js';

/** A project that a question of an agenda names. */
export interface TabledProject {
  readonly id: string;
  readonly item: MeetingItem;
  readonly at: string;
  readonly standing: ProjectStanding;
}

/** The projects of all questions, in their order, each with where it stands. */
export async function tabledProjects(
  { items }: DraftContent,
  { projects }: Pick<RegisterWorld, 'projects'>,
): Promise<readonly TabledProject[]> {
  const tabled: TabledProject[] = [];
  for (const [index, item] of items.entries())
    for (const [position, id] of item.projects.entries())
      tabled.push({ id, item, at: pointerTo('/items', index, 'projects', position), standing: await projects.standing(id) });
  return tabled;
}
