import { toDigitalStyle } from '../model/date.js';
import type { Block, DraftContent } from '../model/draft.js';
import type { Endorsement } from '../model/kind.js';
import type { MeetingCard } from '../model/meeting-card.js';
import { bodyOf } from '../model/office.js';
import { invitedRows } from './agenda-invited.js';
import { questionBlocks } from './agenda-questions.js';
import { paragraph } from './archive-cells.js';
import { person, visa } from './form-parts.js';
import { items, meeting } from './meeting-parts.js';
import { paperKind } from './paper-kind.js';
import { listOf } from './paper-shape.js';

/** Agenda of a meeting (порядок денний), R 4.8: made by the general department, agreed with the first deputy or a deputy, approved by the head with his signature. */
export const agenda = paperKind({
  id: 'agenda',
  name: 'порядок денний',
  genitive: 'порядку денного',
  heading: 'ПОРЯДОК ДЕННИЙ',
  fields: [
    meeting('agenda'),
    items('agenda'),
    listOf('invited', 'запрошені', person, 'person', 'запрошена особа'),
    listOf('visas', 'візи', visa, 'visa', 'віза'),
  ],
  issuer: (content) => content.meeting?.body ?? '',
  traits: { meets: 'tables' },
  parts: ['endorsements'],
  titleOf: ({ title, meeting: card }) =>
    title ?? `Порядок денний ${meetingWords(card)}${card?.date === undefined ? '' : ` ${toDigitalStyle(card.date)}`}`,
  bodyOf: (content, office, _files, _registration, { projects = [] }) => [
    ...whenAndWhere(content),
    ...content.items.flatMap((item, index) => questionBlocks(item, index, projects)),
    ...content.body,
    ...invitedBlocks(content, office, projects),
  ],
  more: (content, _registration, office) => ({
    title: content.title ?? `${meetingWords(content.meeting)} ${bodyOf(office, content.meeting?.body ?? '').genitive}`,
    endorsements: agreements(content),
  }),
});

/** `чергового засідання` */
function meetingWords(card: MeetingCard | undefined): string {
  return `${card?.extraordinary ? 'позачергового' : 'чергового'} засідання`;
}

function whenAndWhere({ meeting: card }: DraftContent): readonly Block[] {
  if (card === undefined) return [];
  const { date, time, place, closed } = card;
  const when = [date === undefined ? '' : toDigitalStyle(date), time === undefined ? '' : `о ${time}`]
    .filter((part) => part !== '')
    .join(' ');
  return [
    ...(when === '' ? [] : [paragraph(`Дата і час засідання: ${when}.`)]),
    ...(place === undefined ? [] : [paragraph(`Місце засідання: ${place}.`)]),
    ...(closed === undefined ? [] : [paragraph(`Засідання закрите. Підстава: ${closed.ground ?? ''}.`)]),
  ];
}

function invitedBlocks(...args: Parameters<typeof invitedRows>): readonly Block[] {
  const rows = invitedRows(...args);
  if (rows.length === 0) return [];
  return [
    { type: 'heading', level: 1, text: 'Запрошені' },
    { type: 'table', head: [['Посада, імʼя та прізвище', 'Питання']], rows, widths: [80, 20] },
  ];
}

/** Agreement of the first deputy, or of a deputy, with its day (R 4.8). */
function agreements({ visas }: DraftContent): readonly Endorsement[] {
  return visas.map(({ post, name, date }) => ({
    lines: ['ПОГОДЖЕНО', ...(date === undefined ? [] : [toDigitalStyle(date)])],
    person: { post, name },
  }));
}
