import { type Draft, type DraftContent, EMPTY_CONTENT, type Visa } from '../../pipeline/model/draft.js';
import type { MeetingItem } from '../../pipeline/model/meeting-card.js';
import type { TakenProjectStep } from '../../pipeline/model/project-steps.js';
import type { ProjectView } from '../../pipeline/model/project-view.js';
import { day, OFFICE } from './fixture-office.js';
import { PROJECTS, projectsWith, takenStep } from './fixture-projects.js';
import { draftIn } from './samples-on-record.js';

const BASE = await draftIn(OFFICE, new URL('../../fixtures/kinds/decision/two-pages.json', import.meta.url));

const saying = (content: Partial<DraftContent>): Draft => ({ ...BASE, content: { ...BASE.content, ...content } });

/** A project like the fixture of two pages under another title. */
function project(title: string, more: Partial<DraftContent> = {}): Draft {
  return saying({ stage: 'project', title, adoption: undefined, signatory: undefined, ...more });
}

export function question(item: Partial<MeetingItem>): MeetingItem {
  return { projects: [], urgent: false, heard: [], spoke: [], announced: false, changed: [], resolved: [], ...item };
}

const VOTE = { for: 20, against: 1, abstained: 1, notVoting: 0 };
const OPINION: Visa = {
  ...{ role: 'legal', post: 'Начальник юридичного відділу', name: 'Наталія СОКІЛ', date: day('2021-09-30') },
  ...{
    remarks: 'Не відповідає ст. 28 Закону',
    objection: { text: ['Порушено ст. 28 Закону України «Про благоустрій населених пунктів».'] },
  },
};

/** Projects of the meeting of 12 October 2021, by id: number in the book, title. */
const OCTOBER = [
  ['m-dorohy', '11', 'Про поточний ремонт доріг'],
  ['m-park-1', '12', 'Про режим роботи парку'],
  ['m-park-2', '13', 'Про режим роботи парку'],
  ['m-kladovyshche', '14', 'Про утримання кладовища'],
  ['m-yarmarok', '15', 'Про проведення ярмарку'],
  ['m-dodano', '16', 'Про усунення аварії на водогоні'],
] as const;

/** Those of the meeting of 14 September 2021, with what its minutes, number 8, made of them. */
const SEPTEMBER = [
  ['m-remont', '1', 'Про ремонт школи', 'adopts'],
  ['m-taryfy', '2', 'Про тарифи на перевезення', 'adopts-changed'],
  ['m-reklama', '3', 'Про розміщення реклами', 'rejects'],
  ['m-skver', '4', 'Про облаштування скверу', 'postpones'],
] as const;

const AGENDA = [['m-dorohy'], ['m-park-1', 'm-park-2'], ['m-kladovyshche'], ['m-yarmarok'], []] as const;

const steps: readonly TakenProjectStep[] = [
  ...SEPTEMBER.map(([id, number]) => takenStep('submits', id, ['project', number], '2021-08-20', { version: 1 })),
  ...SEPTEMBER.map(([id, item, , how]) => takenStep(how, id, ['minutes', '8'], '2021-09-14', { body: 'committee', item })),
  ...OCTOBER.map(([id, number]) => takenStep('submits', id, ['project', number], '2021-09-24', { version: 1 })),
  takenStep('submits', 'm-rada', ['council-project', '3'], '2021-09-24', { version: 1 }),
  takenStep('submits', 'm-pizno', ['project', '17'], '2021-10-13', { version: 1 }),
  ...AGENDA.flatMap((ids, index) =>
    ids.map((id) => takenStep('tables', id, ['agenda', '9'], '2021-10-12', { body: 'committee', item: String(index + 1) })),
  ),
  takenStep('registers', 'm-yarmarok', ['decision', '60'], '2021-10-12'),
];

const drafts: Readonly<Record<string, Draft>> = {
  ...Object.fromEntries(SEPTEMBER.map(([, number, title]) => [`project/${number}`, project(title)])),
  ...Object.fromEntries(OCTOBER.map(([, number, title]) => [`project/${number}`, project(title)])),
  'project/14': project('Про утримання кладовища', { visas: [...BASE.content.visas.filter(({ role }) => role !== 'legal'), OPINION] }),
  'agenda/9': saying({
    ...{ ...EMPTY_CONTENT, kind: 'agenda' },
    items: AGENDA.map((projects, index) =>
      question({ n: String(index + 1), projects, title: projects.length === 0 ? 'Про хід підготовки до опалювального сезону' : undefined }),
    ),
  }),
  'minutes/8': saying({
    ...{ ...EMPTY_CONTENT, kind: 'minutes' },
    meeting: { body: 'committee', date: day('2021-09-14'), extraordinary: false, total: 30, present: 22, attended: [], absent: [] },
    items: SEPTEMBER.map(([id, n]) => question({ n, projects: [id], vote: VOTE })),
  }),
  'decision/60': saying({
    ...{ id: 'm-yarmarok', title: 'Про проведення ярмарку' },
    adoption: { date: day('2021-10-12'), total: 30, present: 22, ...VOTE },
  }),
};

const HELD = projectsWith(steps, { draftOf: async ({ series, number }) => drafts[`${series}/${number}`] });

/**
 * Projects and meetings as they are for every fixture: beside the projects that wait, those of two meetings of the committee. Of the one of 14 September 2021 the minutes are on record; of
 * that of 12 October the agenda, and one act that was registered before the minutes.
 */
export const MEETINGS: ProjectView = {
  standing: async (id) => {
    const held = await HELD.standing(id);
    return held.versions.length > 0 ? held : PROJECTS.standing(id);
  },
  draftOf: async (document) => (await HELD.draftOf(document)) ?? PROJECTS.draftOf(document),
  tabledFor: async (...meeting) => [...(await HELD.tabledFor(...meeting)), ...(await PROJECTS.tabledFor(...meeting))],
  agendaOf: async (...meeting) => (await HELD.agendaOf(...meeting)) ?? PROJECTS.agendaOf(...meeting),
  minutesOf: async (...meeting) => (await HELD.minutesOf(...meeting)) ?? PROJECTS.minutesOf(...meeting),
};
