import { type LocalDate, toDigitalStyle } from '../model/date.js';
import type { Annex, Draft, DraftContent, Person, Point } from '../model/draft.js';
import type { Attachment } from '../model/drop.js';
import type { Form, View, ViewAnnex, ViewPoint } from '../model/kind.js';
import { bodyOf, type Office } from '../model/office.js';
import type { ProjectVersion } from '../model/project-book.js';
import type { Registration } from '../model/registration.js';
import { officialsOn } from '../model/signatory.js';

/** What an act prints: a blank, the stating part, points, annexes. */
export function actForm(template: string): Form {
  return { template, parts: ['bodyNames', 'kindName', 'dateLine', 'title', 'stating', 'keyword', 'points', 'signature', 'annexes'] };
}

/** What a project prints, whoever decides on it: also that it is one, its id and version. */
export const PROJECT_FORM: Form = { template: 'project.docx', parts: ['marks', ...actForm('').parts, 'foot'] };

/** Words of a kind of act: in the nominative, on the blank, before the points, and what its annexes are annexes to. */
export interface ActWords {
  /** `наказ`, `наказу` */
  readonly name: string;
  readonly genitive: string;
  /** `РІШЕННЯ` */
  readonly heading: string;
  /** `ВИРІШИВ:` */
  readonly keyword: string;
  /** Whether the stating part goes on to who decides (R 5.6). */
  readonly hasSubject: boolean;
  /** Id of the body on whose blank it stands. */
  readonly issuer: string;
}

/** An act as printed under a registration, which may be a trial's place-holder (R 5.6, 6.3; ДСТУ 4163:2020). */
export function printedAct({ content, attachments }: Draft, registration: Registration, office: Office, words: ActWords): View {
  const { project } = registration;
  const { date, number } = project === undefined ? requisitesOf(registration) : REQUISITES_TO_COME;
  const body = bodyOf(office, words.issuer);
  return {
    properties: propertiesOf(content, registration, body.fullName, words),
    ...(project === undefined ? {} : projectMarks(project)),
    bodyNames: body.names,
    kindName: words.heading,
    date,
    place: body.place,
    number: `№ ${number}`,
    title: content.title ?? '',
    stating: statingPart(content.stating.text, words.hasSubject ? body.subject : ''),
    keyword: words.keyword,
    points: content.operative.flatMap((point) => printedPoints(point, 1)),
    signature: content.signatory ?? (project === undefined ? {} : headOn(office, registration.date)),
    annexes: content.annexes.map((annex) =>
      printedAnnex(annex, content.annexes.length > 1, `${words.genitive} ${body.genitive}`, `від ${date} № ${number}`, attachments),
    ),
  };
}

/** Date and number as printed. */
function requisitesOf({ date, number }: Registration): { readonly date: string; readonly number: string } {
  return { date: toDigitalStyle(date), number };
}

/** A project has the places of date and number, for the act that it becomes. */
const REQUISITES_TO_COME = { date: '_______________', number: '________' };

/** What a project bears and an act does not: that it is one, which, and in what version. */
function projectMarks({ id, version }: ProjectVersion): Pick<View, 'marks' | 'foot' | 'unsigned'> {
  return { marks: ['ПРОЄКТ'], foot: `Проєкт ${id}, версія ${version}`, unsigned: true };
}

/** Who signs decisions (R 5.1), where the project does not say. */
function headOn(office: Office, date: LocalDate): Person {
  const heads = officialsOn(office, date, 'head');
  const { post, name } = heads.find(({ acting }) => !acting) ?? heads[0] ?? {};
  return { post, name };
}

/** What the files of a document say of it; `name` is its kind's. */
export function propertiesOf(
  content: DraftContent,
  { date: day, number, project }: Registration,
  author: string,
  { name, genitive }: Pick<ActWords, 'name' | 'genitive'>,
): View['properties'] {
  const date = toDigitalStyle(day);
  const title = content.title ?? '';
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  if (project !== undefined)
    return {
      ...{ title: `Проєкт ${genitive} «${title}»`, author, subject: title, date: day },
      keywords: [`проєкт ${genitive}`, project.id, `версія ${project.version}`],
    };
  return {
    title: `${capital} від ${date} № ${number} «${title}»`,
    author,
    subject: title,
    keywords: [name, `№ ${number}`, date],
    date: day,
  };
}

/** The stating part as printed: its last paragraph goes on to the subject, if there is one, and to the keyword (R 5.6). */
function statingPart(paragraphs: readonly string[], subject: string): readonly string[] {
  const last = paragraphs.at(-1);
  if (last === undefined) return subject === '' ? [] : [subject];
  const bare = last.replace(/[\s,]+$/u, '');
  return [...paragraphs.slice(0, -1), subject === '' ? `${bare},` : `${bare}, ${subject}`];
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
