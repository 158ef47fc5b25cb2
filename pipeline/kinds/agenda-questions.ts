import { toDigitalStyle } from '../model/date.js';
import type { Block, Paragraph } from '../model/draft.js';
import type { NamedProject } from '../model/kind.js';
import type { MeetingItem } from '../model/meeting-card.js';
import { paragraph } from './archive-cells.js';
import { whoIs } from './who-is.js';

/** The number of a question as printed: its own, else its place. */
export function questionNumber({ n }: Pick<MeetingItem, 'n'>, index: number): string {
  return n ?? String(index + 1);
}

/** What an agenda says of a question: its project with the speaker, several side by side, urgency, remarks and opinions against it (R 4.8, 5.12, 5.17, 10.8). */
export function questionBlocks(item: MeetingItem, index: number, projects: readonly NamedProject[]): readonly Block[] {
  const named = item.projects.flatMap((id) => projects.find((project) => project.id === id) ?? []);
  const [first, second] = named;
  const title = item.title ?? first?.draft.content.title ?? '';
  const head = paragraph(`${questionNumber(item, index)}. ${title.replace(/[.\s]+$/u, '')}.`);
  const marks = [
    ...(item.closed === undefined
      ? []
      : [paragraph(`Питання розглядається на закритому засіданні. Підстава: ${item.closed.ground ?? ''}.`)]),
    ...urgency(item, named),
  ];
  if (first !== undefined && second !== undefined) return [head, ...marks, alternatives(item, named)];
  const speaker = speakerOf(item, first);
  return [
    head,
    ...marks,
    ...(speaker === '' ? [] : [paragraph(`Доповідач: ${speaker}.`)]),
    ...(first === undefined ? [] : [paragraph(`Проєкт ${versionWords(first)}.`), ...remarksOn(first).map(paragraph)]),
  ];
}

function speakerOf({ speaker }: MeetingItem, project: NamedProject | undefined): string {
  const who = speaker ?? project?.draft.content.speaker;
  return who === undefined ? '' : whoIs(who);
}

/** `orenda-2, поданий 12.01.2021` */
function versionWords({ id, version }: NamedProject): string {
  return `${id}, поданий ${toDigitalStyle(version.date)}`;
}

/** Alternative projects of one question, a column each (R 4.8, 5.12). */
function alternatives(item: MeetingItem, named: readonly NamedProject[]): Block {
  const remarks = named.map((project) => remarksOn(project).join(' '));
  return {
    type: 'table',
    head: [named.map((_, index) => `Альтернатива ${index + 1}`)],
    rows: [
      named.map(({ draft }) => draft.content.title ?? ''),
      named.map((project) => `Проєкт ${versionWords(project)}`),
      named.map((project) => `Доповідач: ${speakerOf(item, project)}`),
      ...(remarks.some((words) => words !== '') ? [remarks] : []),
    ],
    widths: named.map(() => Math.floor(100 / named.length)),
  };
}

function urgency(item: MeetingItem, named: readonly NamedProject[]): readonly Paragraph[] {
  if (!item.urgent) return [];
  const { ground, leaveBy } = named.map(({ draft }) => draft.content.urgent).find((urgent) => urgent !== undefined) ?? {};
  const said = [
    'ТЕРМІНОВО.',
    ...(ground === undefined ? [] : [`Обґрунтування: ${ground.replace(/[.\s]+$/u, '')}.`]),
    ...(leaveBy === undefined ? [] : [`Дозвіл: ${leaveBy.replace(/[.\s]+$/u, '')}.`]),
  ];
  return [paragraph(said.join(' '))];
}

/** That somebody does not agree, and that the legal department's opinion is to be read out (R 5.12, 10.8). */
function remarksOn({ draft }: NamedProject): readonly string[] {
  return draft.content.visas
    .filter(({ objection }) => objection !== undefined)
    .map((visa) =>
      visa.role === 'legal'
        ? `УВАГА: є висновок юридичного відділу із зауваженнями (${whoIs(visa)}); його оголошують на засіданні.`
        : `УВАГА: є зауваження до проєкту (${whoIs(visa)}).`,
    );
}
