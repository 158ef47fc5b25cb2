import type { DraftContent } from '../../model/draft.js';
import type { View } from '../../model/kind.js';
import { bodyOf, type Office } from '../../model/office.js';
import type { Registration } from '../../model/registration.js';
import { paragraph } from '../archive-cells.js';

/** The note on the matter that came with a project (R 5.7), as a sheet under the project's title, with who reports; undefined where there is none. */
export function projectNoteView(
  { title = '', note, speaker }: DraftContent,
  id: string,
  { date }: Pick<Registration, 'date'>,
  office: Office,
  body: string,
): View | undefined {
  if (note === undefined || note.text.length === 0) return undefined;
  return {
    properties: {
      title: `Довідка до проєкту ${id}`,
      author: bodyOf(office, body).fullName,
      subject: title,
      keywords: ['довідка', id],
      date,
    },
    marks: [`До проєкту рішення ${id}`],
    bodyNames: [],
    kindName: 'ДОВІДКА',
    date: '',
    place: '',
    number: '',
    title,
    stating: [],
    keyword: '',
    points: [],
    body: note.text.map(paragraph),
    signature: speaker ?? {},
    unsigned: true,
    annexes: [],
  };
}
