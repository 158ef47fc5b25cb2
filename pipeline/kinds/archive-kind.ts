import type { DraftContent, Person } from '../model/draft.js';
import type { Endorsement, Kind, View } from '../model/kind.js';
import type { Office } from '../model/office.js';
import type { Registration } from '../model/registration.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';
import { type PaperKindParts, paperKind } from './paper-kind.js';

/** A kind of paper of the archive: with a place for approval above it, and for agreement and other signatures under it. */
export function archiveKind(parts: Omit<PaperKindParts, 'parts'>): Kind {
  return paperKind({ ...parts, parts: ['marks', 'endorsements'] });
}

/** Room for a signature by hand, or for a date. */
export const LINE = '____________';
export const DATE_LINE = `«____» ${LINE} ______ року`;

/** What a paper prints above and under its text beside the signature. */
export type MarksAndEndorsements = Pick<View, 'marks' | 'endorsements'>;

/** `ЗАТВЕРДЖУЮ` of the head of the body, to be signed on print; none where the head signs the paper itself. */
export function approvalMarks({ signatory }: DraftContent, { date }: Registration, office: Office): readonly string[] {
  const [head] = officialsOn(office, date, 'head');
  if (head !== undefined && isSpelledAlike(head.name, signatory?.name ?? '')) return [];
  return ['ЗАТВЕРДЖУЮ', head?.post ?? LINE, `${LINE} ${head?.name ?? LINE}`, DATE_LINE];
}

/** Minutes by which a commission approves or agrees, to be filled in. */
export function commissionLines(word: 'СХВАЛЕНО' | 'ПОГОДЖЕНО', commission: string): Endorsement {
  return { lines: [word, `Протокол засідання ${commission}`, `${DATE_LINE} № ______`] };
}

/** Somebody who signs beside the signatory, under what words; room for a hand where nobody is named. */
export function signedBy(words: string, person: Person | undefined): Endorsement {
  return { lines: [words], person: { post: person?.post ?? LINE, name: person?.name ?? LINE } };
}

/** Who signs on the page on which the words above end. */
export const signedBelow = (words: string, person: Person | undefined): Endorsement => ({ ...signedBy(words, person), staysBelow: true });

/** Who answers for the archive of the body on that day agrees. */
export function archiveAgrees({ date }: Registration, office: Office): Endorsement {
  const [archivist] = officialsOn(office, date, 'archive');
  return signedBy('ПОГОДЖЕНО', archivist);
}
