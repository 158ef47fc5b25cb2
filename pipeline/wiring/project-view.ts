import type { ActName } from '../model/effect.js';
import type { Store } from '../model/ports.js';
import type { NotedMeeting } from '../model/project-steps.js';
import { projectStanding } from '../model/project-steps.js';
import type { ProjectView } from '../model/project-view.js';
import type { DraftOf } from '../model/rule.js';

/** What the register and the filed drafts of an office tell of projects and meetings. */
export function projectView({ projects, register }: Pick<Store, 'projects' | 'register'>, draftOf: DraftOf): ProjectView {
  const paperOf = async (meets: NotedMeeting['meets'], ...meeting: Parameters<typeof projects.papersOf>) =>
    (await projects.papersOf(...meeting)).findLast((paper) => paper.meets === meets);
  const standing = async (project: string) => projectStanding(await projects.steps(project));
  return {
    standing,
    async draftOf({ series, year, number }: ActName) {
      const row = await register.find(series, year, number);
      return row && (await draftOf(row));
    },
    async tabledFor(body, date) {
      const tabled = new Set((await paperOf('tables', body, date))?.steps.map(({ project }) => project));
      return Promise.all([...tabled].map(async (project) => ({ project, standing: await standing(project) })));
    },
    agendaOf: async (body, date) => (await paperOf('tables', body, date))?.by,
    minutesOf: async (body, date) => (await paperOf('minutes', body, date))?.by,
  };
}
