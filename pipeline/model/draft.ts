import type { ActReference } from './act-reference.js';
import type { ArchiveCard } from './archive-card.js';
import type { ContractCard } from './contract.js';
import type { LocalDate } from './date.js';
import type { Attachment, DraftSource, Drop } from './drop.js';
import type { Ground, VerdictKind } from './examination-step.js';
import type { Finding } from './finding.js';
import type { MeetingPaper } from './meeting-card.js';
import type { Person } from './person.js';
import type { PlanCard } from './plan-card.js';
import type { VisaRole } from './roles.js';

export type { ActReference } from './act-reference.js';
export type { Person } from './person.js';

/** One legal ground in machine form: an act and its norms (`ч. 6 ст. 59`). */
export interface Basis {
  readonly act: string;
  readonly norms: readonly string[];
}

/** A point of the operative part; `n` is `1`, `3.1`, `3.1.1`. */
export interface Point {
  readonly n: string;
  readonly text?: string | undefined;
  readonly executor?: string | undefined;
  readonly due?: LocalDate | undefined;
  readonly points: readonly Point[];
}

export interface Heading {
  readonly type: 'heading';
  readonly level: number;
  readonly text: string;
}
export interface Paragraph {
  readonly type: 'paragraph';
  readonly text: string;
  /** No page ends between it and what follows; a draft cannot ask for it. */
  readonly staysWithNext?: boolean | undefined;
}
export interface List {
  readonly type: 'list';
  readonly mark: 'dash' | 'number' | 'letter';
  readonly items: readonly (readonly Block[])[];
}
export interface Table {
  readonly type: 'table';
  readonly head: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
  /** Relative widths of the columns, per cent. */
  readonly widths: readonly number[];
  /** In letters for forms of many columns; a draft cannot ask for it. */
  readonly isDense?: boolean | undefined;
  /** What cells that lean on the row above them (`Те саме`) say where nothing stands above them: at the top of a page, and where nobody knows where pages end. */
  readonly inFull?: readonly { readonly row: number; readonly column: number; readonly text: string }[] | undefined;
}
/** What an annex's body is made of. */
export type Block = Heading | Paragraph | List | Table;

/** An annex has a `body` or names a `file` of the drop, never both. */
export interface Annex {
  readonly n: number;
  readonly title?: string | undefined;
  readonly toPoint?: string | undefined;
  readonly preparedBy?: Person | undefined;
  readonly body?: readonly Block[] | undefined;
  readonly file?: string | undefined;
}

/** One change to the text of an older act, in a form a machine can carry out: a point gets new words, is added after those it follows, or is left out. */
export interface Edit {
  readonly point?: string | undefined;
  readonly how?: 'replace' | 'add' | 'delete' | undefined;
  readonly text?: string | undefined;
}

/** What the act does to an older one. */
export interface Change {
  readonly act: ActReference;
  readonly how?: ChangeKind | undefined;
  readonly explanation?: string | undefined;
  readonly edits: readonly Edit[];
}

export const CHANGE_KINDS = ['amends', 'repeals', 'suspends', 'resumes', 'cancels'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** To whom a letter goes; `category` is what R 13.12 asks about. */
export interface Addressee {
  /** In the dative, as printed. */
  readonly to?: string | undefined;
  readonly address?: string | undefined;
  readonly category?: 'central' | 'regional' | 'law-enforcement' | 'controlling' | 'other' | undefined;
}

/** A judgment in force about an act (R 7). */
export interface CourtAct {
  readonly court?: string | undefined;
  readonly case?: string | undefined;
  readonly date?: LocalDate | undefined;
  readonly inForce?: LocalDate | undefined;
  readonly effect?: 'invalid' | 'cancelled' | undefined;
}

/** Blanks of strict account (R 24.6, 24.9): a stock that came, or numbers of it that were spoiled. */
export interface Blanks {
  readonly form?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly spoiled: readonly { readonly number?: number | undefined; readonly reason?: string | undefined }[];
}

export interface Visa extends Person {
  readonly role?: VisaRole | undefined;
  readonly date?: LocalDate | undefined;
  readonly remarks?: string | undefined;
  /** The reasoned note of somebody who does not agree, or the legal department's opinion (R 5.12, 10.4). */
  readonly objection?: { readonly text: readonly string[] } | undefined;
  readonly pages?: number | undefined;
}

/** A document on which a draft rests, bound and handed in with it (R 10.2). */
export interface PrimaryDocument {
  readonly title?: string | undefined;
  readonly pages?: number | undefined;
  readonly responsible?: Person | undefined;
}

/** A commission: the one that the act founds (R 22), or, where `order` names the order on its composition, the one that prepared the draft (R 5.8). */
export interface Commission {
  readonly name?: string | undefined;
  readonly standing: boolean;
  /** In words that stand in the act. */
  readonly tasks?: string | undefined;
  readonly powers?: string | undefined;
  readonly secretary?: Person | undefined;
  readonly order?: ActReference | undefined;
}

/** The vote of a collegial body. */
export interface Adoption {
  readonly date?: LocalDate | undefined;
  readonly total?: number | undefined;
  readonly present?: number | undefined;
  readonly for?: number | undefined;
  readonly against?: number | undefined;
  readonly abstained?: number | undefined;
  readonly notVoting?: number | undefined;
}

/**
 * What a draft says, after reading: a kind's form says which of these it may have, and what it has not is as if absent: absent, null and empty are `undefined`, booleans default to false, lists to empty; runs of
 * space, tab and line break are one space. A field whose type was wrong is left out, and a flaw of the reading stands at its pointer.
 */
export interface DraftContent extends ContractCard, ArchiveCard, MeetingPaper, PlanCard {
  readonly kind: string;
  readonly id?: string | undefined;
  readonly stage: 'project' | 'adopted';
  readonly title?: string | undefined;
  readonly delegated: boolean;
  readonly normative: boolean;
  readonly spends: boolean;
  readonly regulatory?:
    | { readonly analysis?: string | undefined; readonly published?: string | undefined; readonly conclusion?: string | undefined }
    | undefined;
  readonly access: string;
  readonly stating: { readonly text: readonly string[]; readonly basis: readonly Basis[] };
  readonly operative: readonly Point[];
  readonly control?: Person | undefined;
  /** `publication`, `signing`, or a date. */
  readonly effective?: { readonly on?: string | undefined } | undefined;
  readonly annexes: readonly Annex[];
  readonly changes: readonly Change[];
  readonly commission?: Commission | undefined;
  readonly visas: readonly Visa[];
  readonly speaker?: Person | undefined;
  readonly invited: readonly Person[];
  readonly note?: { readonly text: readonly string[] } | undefined;
  readonly primary: readonly PrimaryDocument[];
  readonly submitted?: LocalDate | undefined;
  readonly published?: LocalDate | undefined;
  readonly urgent?: { readonly ground?: string | undefined; readonly leaveBy?: string | undefined } | undefined;
  readonly mailing: readonly { readonly to?: string | undefined; readonly copies?: number | undefined }[];
  readonly adoption?: Adoption | undefined;
  readonly signing?: { readonly date?: LocalDate | undefined } | undefined;
  readonly signatory?: Person | undefined;
  /** Id of the body on whose blank the document stands, where its kind does not tell. */
  readonly issuer?: string | undefined;
  /** Text of a document that has no points: a letter, a note, an opinion. */
  readonly body: readonly Block[];
  readonly addressees: readonly Addressee[];
  /** What a letter answers (R 13.11). */
  readonly answers?:
    | { readonly from?: string | undefined; readonly date?: LocalDate | undefined; readonly number?: string | undefined }
    | undefined;
  /** Who wrote a letter, and the telephone (R 13.11). */
  readonly contact?: { readonly name?: string | undefined; readonly phone?: string | undefined } | undefined;
  /** The act that an extract, a copy, a court act or a void number is about. */
  readonly of?: ActReference | undefined;
  /** Numbers of the points that an extract quotes. */
  readonly points: readonly string[];
  readonly recipient?: string | undefined;
  /** How long a personnel order is kept: 75 years and the like, or five years. */
  readonly retention?: 'long' | 'short' | undefined;
  /** Pages of the draft that a visa sheet is about (R 10.6). */
  readonly pages?: number | undefined;
  readonly reason?: string | undefined;
  /** The new day of a term that is extended, and when its executor asked for it (R 9.4, 12.8). */
  readonly due?: LocalDate | undefined;
  readonly asked?: LocalDate | undefined;
  readonly courtAct?: CourtAct | undefined;
  readonly blanks?: Blanks | undefined;
  /** Changes to the text of the contract that an amendment is about. */
  readonly edits: readonly Edit[];
  /** SHA-256 of the drop of a contract that a document of its examination is about, as the draft writes it. */
  readonly contract?: string | undefined;
  readonly verdict?: VerdictKind | undefined;
  /** Why a contract is not registered (R 27.11, 27.12). */
  readonly grounds: readonly Ground[];
  /** What more is asked for, or has come, for the examination (R 27.9). */
  readonly materials: readonly string[];
}

/** A draft that says nothing. */
export const EMPTY_CONTENT: Omit<DraftContent, 'kind'> = {
  stage: 'adopted',
  delegated: false,
  normative: false,
  spends: false,
  access: 'open',
  stating: { text: [], basis: [] },
  operative: [],
  annexes: [],
  changes: [],
  visas: [],
  invited: [],
  primary: [],
  mailing: [],
  body: [],
  addressees: [],
  points: [],
  parties: [],
  controllers: [],
  essential: [],
  edits: [],
  grounds: [],
  materials: [],
  plannedCases: [],
  caseFiles: [],
  documents: [],
  members: [],
  inventories: [],
  questions: [],
  controlled: [],
  meetingDates: [],
  events: [],
  items: [],
  concise: false,
};

/** The files that a draft names, and where. */
export function filesNamed({ original, annexes }: DraftContent): readonly { readonly file: string; readonly at: string }[] {
  const named = [
    { file: original?.file, at: '/original/file' },
    ...annexes.map(({ file }, index) => ({ file, at: `/annexes/${index}/file` })),
  ];
  return named.flatMap(({ file, at }) => (file === undefined ? [] : [{ file, at }]));
}

/** A draft as read: its content, where each part stands, and the files that came with it. */
export interface Draft {
  readonly content: DraftContent;
  readonly source: DraftSource;
  readonly attachments: readonly Attachment[];
}

/** A readable draft with the flaws of its form (unknown field, wrong type …), which the report shows together with the clauses' findings. */
export interface ReadDraft {
  readonly drop: Drop;
  readonly draft: Draft;
  readonly flaws: readonly Finding[];
}
