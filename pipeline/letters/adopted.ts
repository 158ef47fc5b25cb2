import type { LocalDate } from '../model/date.js';
import type { Adoption, Draft, Person } from '../model/draft.js';
import type { Kind } from '../model/kind.js';
import type { Office } from '../model/office.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';
import { draftJson } from './draft-json.js';
import type { Letter } from './letters.js';
import { plainZip } from './plain-zip.js';

/** A project that a meeting adopted as it was. */
export interface AdoptedProject {
  readonly kind: Kind;
  /** Of the project. */
  readonly id: string;
  /** Its last version that came before the meeting. */
  readonly draft: Draft;
  readonly adoption: Adoption;
  readonly signatory: Person;
}

/** The adopted act of a project as a drop: its words are the project's, with its files beside it. The same bytes for the same project and vote. */
export function adoptedDraft({ kind, id, draft, adoption, signatory }: AdoptedProject, name: string): Letter {
  const content = { ...draft.content, id, stage: 'adopted', adoption, signatory } as const;
  const json = draftJson(content, kind.shape);
  if (draft.attachments.length === 0) return { name: `${name}.json`, bytes: json };
  const files = draft.attachments.map((file) => ({ name: file.name, bytes: file.bytes }));
  return { name: `${name}.zip`, bytes: plainZip([{ name: `${name}.json`, bytes: json }, ...files]) };
}

/** Who signs what a meeting adopted (R 6.3): the head, or whoever led the meeting as acting head; one with a key before others. */
export function signerOf(office: Office, date: LocalDate, chair: Person | undefined): Person | undefined {
  const heads = officialsOn(office, date, 'head');
  const head =
    heads.find(({ name }) => isSpelledAlike(name, chair?.name ?? '')) ??
    heads.find(({ key }) => office.signing.keys.some(({ id }) => id === key)) ??
    heads[0];
  return head && { post: head.post, name: head.name };
}
