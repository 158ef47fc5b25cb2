import type { ApprovedInventory, CaseOnRecord } from './case-on-record.js';
import type { LocalDate } from './date.js';
import type { Block, ChangeKind, Draft, DraftContent, Person } from './draft.js';
import type { Office } from './office.js';
import type { Registration } from './registration.js';
import type { ObjectShape } from './shape.js';

/** What a document of the archive does: plans cases, moves a document to another, closes, appraises, lists, receives, destroys, holds, frees, lends, takes back, hands over. */
export type ArchiveTrait =
  | 'plans'
  | 'moves'
  | 'closes'
  | 'appraises'
  | 'lists'
  | 'receives'
  | 'destroys'
  | 'holds'
  | 'frees'
  | 'lends'
  | 'takes-back'
  | 'hands-over'
  | 'succeeds';

/** What rules may ask about an act; a kind derives them from the draft, and no rule asks for a kind's name. */
export interface Traits {
  /** Adopted by vote of a body. */
  readonly collegial: boolean;
  readonly normative: boolean;
  readonly delegated: boolean;
  readonly spends: boolean;
  readonly regulatory: boolean;
  readonly personnel: boolean;
  /** Goes to a meeting and takes no number yet. */
  readonly project: boolean;
  /** Has the stating and the operative part of R 5.6. */
  readonly administrative: boolean;
  /** Amends, repeals, suspends … an older act. */
  readonly changesActs: boolean;
  /** Whose document it is: of the executive committee, of the council, of the head alone (R 8, 9), of a unit or an official of it. */
  readonly issuer: 'committee' | 'council' | 'head' | 'unit';
  /** Sets tasks with executors and terms beside or without a stating part: an errand (R 6.7, 9). */
  readonly errand: boolean;
  /** Leaves the office (R 13.11). */
  readonly outgoing: boolean;
  /** Says again, wholly or in part, what an act on record says, and is certified (R 6.5). */
  readonly quotes: boolean;
  /** Quotes some points only. */
  readonly inPart: boolean;
  /** What it does to the act it is about (`of`), where it is there for that: it declares the number void, tells of a judgment (R 7), moves a term (R 12.8), takes it off control (R 12.13), amends or ends a contract (R 27.13, 27.15). */
  readonly marks?: 'voids' | 'court' | 'extends' | 'releases' | 'amends' | 'terminates' | undefined;
  /** Keeps the account of blanks (R 24.9). */
  readonly stock: boolean;
  /** Its own running text is what it says: a letter, a note, an opinion. */
  readonly prose: boolean;
  /** Explains the matter of a draft to those who decide (R 5.7). */
  readonly note: boolean;
  /** Takes its number now: it is no project, and no contract without a verdict. */
  readonly numbered: boolean;
  /** Carries the card of a contract or of an agreement about one, and its paper (R 27). */
  readonly agreement?: 'contract' | 'amendment' | 'termination' | undefined;
  /** What it is in the examination of a contract that waits (R 27.8, 27.9, 27.12). */
  readonly examines?: 'verdict' | 'asks' | 'supplies' | 'returns' | undefined;
  /** What it is in the life of cases (R 4.17, 14.8, 28). */
  readonly archives?: ArchiveTrait | undefined;
  /** Plans the work of a year (R 3.2) or of a month (R 3.9). */
  readonly plans?: 'year' | 'month' | undefined;
  /** Tells what came of a gathering that is no meeting of the body itself (R 21.7, 22.4), or of one with a delegation (R 23.6). */
  readonly tells?: 'gathering' | 'delegation' | undefined;
  /** What it is of a meeting (R 4.8, 4.12): it puts projects before it, or tells what it made of them. */
  readonly meets?: 'tables' | 'minutes' | undefined;
}

export interface ViewPoint {
  /** As printed: `1.`, `3.1.`, `3.1.1.` */
  readonly number: string;
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface ViewAnnex {
  readonly n: number;
  /** Upper right of the first sheet (R 6.3): link to the act, its date and number, a line each. */
  readonly reference: readonly string[];
  readonly title: string;
  readonly body: readonly Block[];
  readonly preparedBy: Person | null;
}

/** What a document of some form may print, by the tags of its Word template; `dateLine` is date, place and number. */
export const VIEW_PARTS = [
  'marks',
  'bodyNames',
  'kindName',
  'dateLine',
  'answersTo',
  'addressees',
  'title',
  'stating',
  'keyword',
  'points',
  'body',
  'signature',
  'endorsements',
  'certification',
  'contact',
  'annexes',
  'foot',
] as const;
export type ViewPart = (typeof VIEW_PARTS)[number];

/** A Word template and what must be printed by it; the PDF has a place for everything. */
export interface Form {
  /** File in `templates/`. */
  readonly template: string;
  readonly parts: readonly ViewPart[];
}

/** An approval or agreement under a document, or a signature beside the signatory's: `СХВАЛЕНО`, `Справи здав:`. */
export interface Endorsement {
  readonly lines: readonly string[];
  readonly person?: Person | undefined;
  /** No page ends between it and what stands above it. */
  readonly staysBelow?: boolean | undefined;
  /** True for who signs this print where another signed the document: the marks of the signatures stand under this line. */
  readonly signs?: boolean | undefined;
}

/** The words of an act in the order they are printed: the one source of both renditions. What is empty is not printed. */
export interface View {
  readonly properties: {
    readonly title: string;
    readonly author: string;
    readonly subject: string;
    readonly keywords: readonly string[];
    readonly date: LocalDate;
  };
  /** Upper right, above all: `Копія`, what has become of the act since. */
  readonly marks?: readonly string[];
  /** Names of the body on the blank under the coat of arms, top to bottom; none on a sheet that is no blank. */
  readonly bodyNames: readonly string[];
  readonly kindName: string;
  readonly date: string;
  readonly place: string;
  /** With its sign: `№ 27`. */
  readonly number: string;
  /** `На № 12 від 01.02.2021`, under the date (R 13.11). */
  readonly answersTo?: string;
  /** Right half of the page, a paragraph each. */
  readonly addressees?: readonly string[];
  readonly title: string;
  readonly stating: readonly string[];
  /** `ВИРІШИВ:` on a line of its own. */
  readonly keyword: string;
  readonly points: readonly ViewPoint[];
  /** Running text of a document that has no points, or follows them. */
  readonly body?: readonly Block[];
  readonly signature: Person;
  /** Under the signature, one under another: approvals and agreements, others who sign; each its lines, then the line of whoever signs. */
  readonly endorsements?: readonly Endorsement[];
  /** Under the signature line of what is quoted (ДСТУ 4163:2020, 5.26): `Згідно з оригіналом`, then who certifies. */
  readonly certification?: { readonly lines: readonly string[]; readonly person: Person };
  /** Lower left of the last sheet: who wrote it, and the telephone (R 13.11). */
  readonly contact?: readonly string[];
  /** At the lower left border of every sheet, under the text. */
  readonly foot?: string;
  /** True for a sheet that nobody signs: no room is kept for the marks of signatures. */
  readonly unsigned?: boolean;
  readonly annexes: readonly ViewAnnex[];
}

/** An act on record as a later document quotes it (R 6.5). */
export interface QuotedAct {
  /** Of its kind: `рішення`, in the nominative and in the genitive. */
  readonly name: string;
  readonly genitive: string;
  /** As it was printed. */
  readonly view: View;
  /** What was done to it since, in order of registration. */
  readonly changedBy: readonly {
    readonly how: ChangeKind | 'voids' | 'court' | 'terminates';
    readonly date: LocalDate;
    readonly number: string;
  }[];
}

/** An inventory on record that a reception of cases goes by. */
export interface ListedInventory {
  readonly kind: Kind;
  readonly draft: Draft;
  readonly registration: Registration;
  /** How many copies of it there are (R 28.8). */
  readonly copies: number;
}

/** A project that a paper of a meeting names, as its last version reads. */
export interface NamedProject {
  readonly id: string;
  readonly version: Pick<Registration, 'series' | 'year' | 'number' | 'date'>;
  readonly draft: Draft;
}

/** What the register and the archive know of what a draft names: with it, the words of a document tell more than its draft does. */
export interface OnRecord {
  /** The act that it says again; undefined for all others, and where there is no such act. */
  readonly quoted?: QuotedAct | undefined;
  /** The inventories that it names. */
  readonly listedBy?: readonly ListedInventory[] | undefined;
  /** The cases that it names, a volume each. */
  readonly caseFiles?: readonly CaseOnRecord[] | undefined;
  /** The inventories of what is kept for ever, of the years of these cases, that commissions have approved. */
  readonly permanent?: readonly ApprovedInventory[] | undefined;
  /** The projects that a paper of a meeting names (R 4.8, 4.12). */
  readonly projects?: readonly NamedProject[] | undefined;
}

/** A kind of document: one file in `kinds/` and one line in its list. */
export interface Kind {
  readonly id: string;
  /** Ukrainian, lower case, nominative: `рішення`. */
  readonly name: string;
  /** Ukrainian, lower case, genitive: `наказу`. */
  readonly genitive: string;
  /** Form of a draft: drives both readers and generates both schemas. */
  readonly shape: ObjectShape;
  readonly form: Form;
  /** By which a project is printed, where there are projects of the kind. */
  readonly projectForm?: Form;
  /** Series whose counter numbers such a draft, unless `office.yaml` gives the kind another. */
  seriesOf(content: DraftContent): string;
  /** Id of the body on whose blank it stands, in `bodies` of the office; empty if the draft does not say. */
  issuerOf(content: DraftContent): string;
  traits(content: DraftContent): Traits;
  /** The date that the number's year comes from; undefined if the draft has none. */
  dateOf(content: DraftContent): LocalDate | undefined;
  /** As registers list it; empty if the draft does not say. */
  titleOf(content: DraftContent): string;
  /**
   * The words of the act as printed under this registration, which may be a trial's place-holder; without `onRecord` as the draft alone tells them.
   */
  view(draft: Draft, registration: Registration, office: Office, onRecord?: OnRecord): View;
}
