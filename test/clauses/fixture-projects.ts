import type { Draft } from '../../pipeline/model/draft.js';
import { nameOf } from '../../pipeline/model/effect.js';
import type { MeetingBody } from '../../pipeline/model/meeting-card.js';
import { type ProjectStepKind, projectStanding, type TakenProjectStep } from '../../pipeline/model/project-steps.js';
import type { ProjectView } from '../../pipeline/model/project-view.js';
import { day, OFFICE } from './fixture-office.js';
import { draftIn } from './samples-on-record.js';

/** A step that a document of a series and number takes on a day. */
export function takenStep(
  how: ProjectStepKind,
  project: string,
  [series, number]: readonly [string, string],
  date: string,
  more: Partial<TakenProjectStep> = {},
): TakenProjectStep {
  const on = day(date);
  return { how, project, date: on, by: { series, year: Number(date.slice(0, 4)), number, date: on }, ...more };
}

/** What a view of projects shows of these steps, which are in order of registration. */
export function projectsWith(steps: readonly TakenProjectStep[], more: Partial<ProjectView> = {}): ProjectView {
  const paper = (how: 'tables' | 'minutes', body: MeetingBody, date: string): TakenProjectStep | undefined =>
    steps.findLast((step) => (step.how === 'tables') === (how === 'tables') && step.body === body && step.date === date);
  const standing = async (project: string) => projectStanding(steps.filter((step) => step.project === project));
  return {
    standing,
    draftOf: async () => undefined,
    async tabledFor(body, date) {
      const agenda = paper('tables', body, date);
      const tabled = steps.filter((step) => step.how === 'tables' && step.by.number === agenda?.by.number);
      return Promise.all(tabled.map(async ({ project }) => ({ project, standing: await standing(project) })));
    },
    agendaOf: async (body, date) => paper('tables', body, date)?.by,
    minutesOf: async (body, date) => paper('minutes', body, date)?.by,
    ...more,
  };
}

const PROJECT = await draftIn(OFFICE, new URL('../../fixtures/kinds/decision/proiekt-opalennia.json', import.meta.url));
const URGENT: Draft = {
  ...PROJECT,
  content: {
    ...PROJECT.content,
    urgent: { ground: 'ст. 16 Закону України «Про питну воду та питне водопостачання»', leaveBy: 'Віталій НЕМЕРЕЦЬ' },
  },
};
const DRAFTS: Readonly<Record<string, Draft>> = { 'project/2021/1': PROJECT, 'project/2021/5': URGENT };

/**
 * As it is for every fixture: a project that waits, one of the council, one on the agenda of 21 September 2021, two decided on at that meeting, and an urgent one.
 */
export const PROJECTS: ProjectView = projectsWith(
  [
    takenStep('submits', '2021-09-opalennia', ['project', '1'], '2021-09-03', { version: 1 }),
    takenStep('submits', '2021-09-rada', ['council-project', '1'], '2021-09-03', { version: 1 }),
    takenStep('submits', '2021-09-bezpeka', ['project', '2'], '2021-09-06', { version: 1 }),
    takenStep('tables', '2021-09-bezpeka', ['agenda', '1'], '2021-09-21', { body: 'committee', item: '1' }),
    takenStep('submits', '2021-09-vidkhyleno', ['project', '3'], '2021-09-06', { version: 1 }),
    takenStep('submits', '2021-09-pryiniato', ['project', '4'], '2021-09-06', { version: 1 }),
    takenStep('rejects', '2021-09-vidkhyleno', ['minutes', '1'], '2021-09-21', { body: 'committee', item: '2' }),
    takenStep('adopts-changed', '2021-09-pryiniato', ['minutes', '1'], '2021-09-21', { body: 'committee', item: '3' }),
    takenStep('submits', '2021-09-avariia', ['project', '5'], '2021-09-09', { version: 1 }),
  ],
  { draftOf: async (document) => DRAFTS[nameOf(document)] },
);
