import { toDigitalStyle } from '../model/date.js';
import type { Block, DraftContent, Person } from '../model/draft.js';
import type { Endorsement, NamedProject } from '../model/kind.js';
import type { MeetingBody, MeetingCard, MeetingItem } from '../model/meeting-card.js';
import { adoptedProject } from '../model/minutes.js';
import { bodyOf, type Office } from '../model/office.js';
import { paragraph } from './archive-cells.js';
import { listBlock } from './contract.js';
import { whoIs } from './who-is.js';

/** Projects that minutes name, as they read, by their ids. */
type Projects = ReadonlyMap<string, Pick<DraftContent, 'title' | 'speaker'>>;

const BODIES: Readonly<Record<MeetingBody, { readonly meeting: string; readonly genitive: string; readonly members: string }>> = {
  committee: { meeting: 'засідання', genitive: 'виконавчого комітету міської ради', members: 'членів виконавчого комітету' },
  council: { meeting: 'пленарного засідання', genitive: 'міської ради', members: 'депутатів міської ради' },
};

/** As registers list it: `Протокол засідання виконавчого комітету міської ради 12.10.2021`. */
export function minutesTitle({ title, meeting }: DraftContent): string {
  const { genitive = '' } = meeting?.body === undefined ? {} : BODIES[meeting.body];
  const words = ['Протокол', meetingWords(meeting), genitive, meeting?.date === undefined ? '' : toDigitalStyle(meeting.date)];
  return title ?? words.filter((part) => part !== '').join(' ');
}

/** Under the word ПРОТОКОЛ: `засідання виконавчого комітету Каховської міської ради`. */
export function minutesHeading({ title, meeting }: DraftContent, office: Office): string {
  return title ?? `${meetingWords(meeting)} ${bodyOf(office, meeting?.body ?? '').genitive}`;
}

function meetingWords(meeting: MeetingCard | undefined): string {
  const { meeting: words } = BODIES[meeting?.body ?? 'committee'];
  return meeting?.extraordinary ? `позачергового ${words}` : words;
}

/** Who kept the minutes signs beside the head. */
export function secretaryLine(meeting: MeetingCard | undefined): readonly Endorsement[] {
  return meeting?.secretary === undefined ? [] : [{ lines: [], person: { post: 'Секретар засідання', name: meeting.secretary.name } }];
}

/** The text of minutes (ДСТУ 4163:2020): who was there, the order of the day, then question by question what was heard, said, voted and decided; in short only the last two. */
export function minutesBody(content: DraftContent, named: readonly NamedProject[]): readonly Block[] {
  const { meeting, items, concise } = content;
  const projects: Projects = new Map(named.map(({ id, draft }) => [id, draft.content]));
  return [
    ...introduction(content),
    { type: 'heading', level: 1, text: 'ПОРЯДОК ДЕННИЙ' },
    ...items.flatMap((item, index) => [
      paragraph(`${numberOf(item, index)}. ${questionOf(item, projects)}.`),
      ...speakers(item, projects).map((person) => paragraph(`Доповідач: ${whoIs(person)}.`)),
    ]),
    ...items.flatMap((item, index) => [
      ...(concise || item.heard.length + item.spoke.length === 0 ? inShort(item, index, projects) : inFull(item, index, projects)),
      ...closedWords(item.closed, 'Питання розглянуто на закритому засіданні', meeting),
      ...(item.announced ? [paragraph('Висновок юридичного відділу оголошено.')] : []),
      ...voteWords(item),
      ...decided(item, index, projects),
    ]),
    ...content.body,
  ];
}

function introduction({ meeting, invited }: DraftContent): readonly Block[] {
  if (meeting === undefined) return [];
  const { body = 'committee', chair, secretary, total, present, attended, absent, time, place } = meeting;
  const when = [time === undefined ? '' : `Початок засідання: ${time}.`, place === undefined ? '' : `Місце: ${place}.`].filter(Boolean);
  const count = total === undefined || present === undefined ? '' : `${present} із ${total} ${BODIES[body].members}`;
  const isQuorate = total !== undefined && present !== undefined && present * 2 > total;
  return [
    ...(chair === undefined ? [] : [paragraph(`Головуючий: ${whoIs(chair)}.`)]),
    ...(secretary === undefined ? [] : [paragraph(`Секретар: ${whoIs(secretary)}.`)]),
    ...(when.length === 0 ? [] : [paragraph(when.join(' '))]),
    ...(count === '' ? [] : [paragraph(`Присутні: ${count}${attended.length === 0 ? '.' : ':'}`)]),
    ...persons(attended),
    ...named('Відсутні:', absent),
    ...named('Запрошені:', invited),
    ...(isQuorate ? [paragraph('Засідання правомочне.')] : []),
    ...closedWords(meeting.closed, 'Засідання закрите', meeting),
  ];
}

function inFull(item: MeetingItem, index: number, projects: Projects): readonly Block[] {
  return [
    { type: 'heading', level: 2, text: `${numberOf(item, index)}. СЛУХАЛИ:` },
    paragraph(`${questionOf(item, projects)}.`),
    ...speakers(item, projects).map((person) => paragraph(`Доповідав: ${whoIs(person)}.`)),
    ...item.heard.map(paragraph),
    ...(item.spoke.length === 0 ? [] : [paragraph('ВИСТУПИЛИ:'), ...item.spoke.map(paragraph)]),
  ];
}

function inShort(item: MeetingItem, index: number, projects: Projects): readonly Block[] {
  return [{ type: 'heading', level: 2, text: `${numberOf(item, index)}. ${questionOf(item, projects)}` }];
}

/** What a question is about: its own title, else that of its project; of alternatives both, where they are not called alike. */
function questionOf({ title, projects: ids }: MeetingItem, projects: Projects): string {
  if (title !== undefined) return title;
  const called = [...new Set(ids.map((id) => projects.get(id)?.title ?? id))];
  return `${called.join('; ')}${ids.length > 1 ? ` (альтернативні проєкти ${ids.join(', ')})` : ''}`;
}

/** Who is named for the question, else for its projects. */
function speakers({ speaker, projects: ids }: MeetingItem, projects: Projects): readonly Person[] {
  if (speaker !== undefined) return [speaker];
  const named = ids.flatMap((id) => projects.get(id)?.speaker ?? []);
  return named.filter((one, index) => named.findIndex((other) => other.name === one.name) === index);
}

function numberOf({ n }: MeetingItem, index: number): string {
  return n ?? String(index + 1);
}

function voteWords({ vote }: MeetingItem): readonly Block[] {
  if (vote === undefined) return [];
  const { for: inFavour = 0, against = 0, abstained = 0, notVoting = 0 } = vote;
  return [paragraph(`ГОЛОСУВАЛИ: «за» — ${inFavour}, «проти» — ${against}, «утрималися» — ${abstained}, «не голосували» — ${notVoting}.`)];
}

function closedWords(closed: MeetingItem['closed'], words: string, meeting: MeetingCard | undefined): readonly Block[] {
  if (closed === undefined) return [];
  const vote =
    closed.for === undefined ? '' : `; «за» — ${closed.for}${meeting?.present === undefined ? '' : ` із ${meeting.present} присутніх`}`;
  return [paragraph(`${words}${closed.ground === undefined ? '' : `: ${closed.ground}`}${vote}.`)];
}

/** Numbered within the question: `1.1.`, `1.2.` */
function decided(item: MeetingItem, index: number, projects: Projects): readonly Block[] {
  const { outcome, changed } = item;
  if (outcome === undefined) return [];
  const points = [...outcomeWords(item, projects), ...item.resolved].map((words, place) =>
    paragraph(`${numberOf(item, index)}.${place + 1}. ${words}`),
  );
  const [first, ...others] = points;
  const changes = outcome === 'adopted-changed' && changed.length > 0 ? [listBlock(changed)] : [];
  return first === undefined ? [] : [paragraph('ВИРІШИЛИ:'), first, ...changes, ...others];
}

function outcomeWords(item: MeetingItem, projects: Projects): readonly string[] {
  const { until } = item;
  const adopted = adoptedProject(item);
  const decision = decisionOf(item, adopted, projects);
  const others = item.projects.filter((project) => adopted !== undefined && project !== adopted);
  const declined = others.map((project) => `Альтернативний проєкт ${project} відхилити.`);
  switch (item.outcome) {
    case 'adopted':
      return [`Прийняти рішення${decision} (додається).`, ...declined];
    case 'adopted-changed':
      return [`Прийняти рішення${decision} (додається) з такими змінами:`, ...declined];
    case 'rejected':
      return [`Рішення${decision} не прийнято.`];
    case 'postponed':
      return [`Розгляд питання відкласти${until === undefined ? '' : ` до засідання ${toDigitalStyle(until)}`}.`];
    case 'heard':
      return ['Інформацію взяти до відома.'];
    case undefined:
      return [];
  }
}

function decisionOf({ title, projects: ids }: MeetingItem, adopted: string | undefined, projects: Projects): string {
  const project = adopted ?? (ids.length === 1 ? ids[0] : undefined);
  const called = (project === undefined ? undefined : projects.get(project)?.title) ?? title;
  return called === undefined ? '' : ` «${called}»`;
}

function named(words: string, people: readonly Person[]): readonly Block[] {
  return people.length === 0 ? [] : [paragraph(words), ...persons(people)];
}

function persons(people: readonly Person[]): readonly Block[] {
  return people.length === 0 ? [] : [listBlock(people.map(whoIs))];
}
