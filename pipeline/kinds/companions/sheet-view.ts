import type { RegisteredAct } from '../../model/act.js';
import { toDigitalStyle } from '../../model/date.js';
import type { Block } from '../../model/draft.js';
import type { Form, View } from '../../model/kind.js';
import { bodyOf, type Office } from '../../model/office.js';

/** Of sheets that are made in Word, too. */
export const SHEET_FORM: Form = { template: 'sheet.docx', parts: ['marks', 'kindName', 'title', 'body', 'signature', 'endorsements'] };

/** A sheet without a blank: heading, to what it belongs, title, text; nobody signs it. */
export function sheetView(
  { act, registration }: RegisteredAct,
  office: Office,
  { heading, body, marks = [] }: { readonly heading: string; readonly body: readonly Block[]; readonly marks?: readonly string[] },
): View {
  const { content } = act.draft;
  const { fullName, genitive } = bodyOf(office, act.kind.issuerOf(content));
  const title = act.kind.titleOf(content);
  const { project } = registration;
  const dateAndNumber =
    project === undefined
      ? `від ${toDigitalStyle(registration.date)} № ${registration.number}`
      : `${project.id}, версія ${project.version}`;
  const of = project === undefined ? act.kind.genitive : `проєкту ${act.kind.genitive}`;
  return {
    properties: {
      title: `${heading}: ${project === undefined ? act.kind.name : of} ${dateAndNumber}`,
      author: fullName,
      subject: title,
      keywords: [act.kind.name, project?.id ?? `№ ${registration.number}`],
      date: registration.date,
    },
    // A contract is nobody's alone.
    marks: [...marks, `До ${of} ${act.traits.agreement === undefined ? `${genitive} ` : ''}${dateAndNumber}`],
    bodyNames: [],
    kindName: heading,
    date: '',
    place: '',
    number: '',
    title,
    stating: [],
    keyword: '',
    points: [],
    body,
    signature: {},
    unsigned: true,
    annexes: [],
  };
}
