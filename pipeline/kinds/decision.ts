import { toDigitalStyle } from '../model/date.js';
import type { Annex, Attachment, Draft, DraftContent, Point } from '../model/draft.js';
import type { Kind, Traits, View, ViewAnnex, ViewPoint } from '../model/kind.js';
import type { Office } from '../model/office.js';
import type { Registration } from '../model/registration.js';
import { actShape } from './act-shape.js';

/** Decision of the executive committee (рішення виконавчого комітету), R 5 and 6. */
export const decision: Kind = {
  id: 'decision',
  name: 'рішення',
  shape: actShape('decision'),
  template: 'decision.docx',
  series: 'decision',
  traits,
  dateOf: (content) => content.adoption?.date,
  formatNumber: (ordinal) => String(ordinal),
  view,
};

function traits(content: DraftContent): Traits {
  return {
    collegial: true,
    administrative: true,
    personnel: false,
    normative: content.normative,
    delegated: content.delegated,
    spends: content.spends,
    regulatory: content.regulatory !== undefined,
    project: content.stage === 'project',
    changesActs: content.changes.length > 0,
    issuer: 'committee',
    errand: false,
    outgoing: false,
    quotes: false,
  };
}

function view({ content, attachments }: Draft, registration: Registration, office: Office): View {
  const date = toDigitalStyle(registration.date);
  const title = content.title ?? '';
  return {
    properties: {
      title: `Рішення від ${date} № ${registration.number} «${title}»`,
      author: office.body.fullName,
      subject: title,
      keywords: ['рішення', `№ ${registration.number}`, date],
      date: registration.date,
    },
    bodyNames: office.body.names,
    kindName: 'РІШЕННЯ',
    date,
    place: office.body.place,
    number: `№ ${registration.number}`,
    title,
    stating: statingWithSubject(content.stating.text, office.body.subject),
    keyword: 'ВИРІШИВ:',
    points: content.operative.flatMap((point) => printedPoints(point, 1)),
    signature: content.signatory ?? {},
    annexes: content.annexes.map((annex) =>
      printedAnnex(
        annex,
        content.annexes.length > 1,
        `рішення ${office.body.genitive}`,
        `від ${date} № ${registration.number}`,
        attachments,
      ),
    ),
  };
}

/** The stating part as printed: its last paragraph goes on to the subject (R 5.6). */
function statingWithSubject(paragraphs: readonly string[], subject: string): readonly string[] {
  const last = paragraphs.at(-1);
  if (last === undefined) return [subject];
  return [...paragraphs.slice(0, -1), `${last.replace(/[\s,]+$/u, '')}, ${subject}`];
}

function printedPoints(point: Point, level: 1 | 2 | 3): ViewPoint[] {
  const deeper = level === 1 ? 2 : 3;
  return [{ number: `${point.n}.`, level, text: point.text ?? '' }, ...point.points.flatMap((child) => printedPoints(child, deeper))];
}

function printedAnnex(
  annex: Annex,
  isOneOfSeveral: boolean,
  act: string,
  dateAndNumber: string,
  attachments: readonly Attachment[],
): ViewAnnex {
  const to = annex.toPoint === undefined ? `до ${act}` : `до п. ${annex.toPoint} ${act}`;
  return {
    n: annex.n,
    reference: [isOneOfSeveral ? `Додаток ${annex.n}` : 'Додаток', to, dateAndNumber],
    title: annex.title ?? '',
    body: annex.file === undefined ? (annex.body ?? []) : fileSheet(annex.file, attachments),
    preparedBy: annex.preparedBy ?? null,
  };
}

/** First sheet of an annex that is kept as a file of its own: its name and digest tie the sheet to it. */
function fileSheet(name: string, attachments: readonly Attachment[]): ViewAnnex['body'] {
  const attachment = attachments.find((candidate) => candidate.name === name);
  return [
    { type: 'paragraph', text: `Додаток зберігається окремим файлом «${name}».` },
    { type: 'paragraph', text: `Контрольна сума файлу (SHA-256): ${(attachment?.sha256 ?? '').replace(/(.{16})(?=.)/gu, '$1 ')}` },
  ];
}
