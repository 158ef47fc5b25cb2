import type { LocalDate } from './date.js';
import type { Block, Draft, DraftContent, Person } from './draft.js';
import type { Office } from './office.js';
import type { Registration } from './registration.js';
import type { ObjectShape } from './shape.js';

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
  /** What it does to the act it is about (`of`), where it is there for that: it declares the number void, or tells of a judgment (R 7). */
  readonly marks?: 'voids' | 'court' | undefined;
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

/** The words of an act in the order they are printed: the one source of both renditions. */
export interface View {
  readonly properties: {
    readonly title: string;
    readonly author: string;
    readonly subject: string;
    readonly keywords: readonly string[];
    readonly date: LocalDate;
  };
  /** Names of the body on the blank, top to bottom. */
  readonly bodyNames: readonly string[];
  readonly kindName: string;
  readonly date: string;
  readonly place: string;
  /** With its sign: `№ 27`. */
  readonly number: string;
  readonly title: string;
  readonly stating: readonly string[];
  /** `ВИРІШИВ:` on a line of its own. */
  readonly keyword: string;
  readonly points: readonly ViewPoint[];
  readonly signature: Person;
  readonly annexes: readonly ViewAnnex[];
}

/** A kind of document: one file in `kinds/` and one line in its list. */
export interface Kind {
  readonly id: string;
  /** Ukrainian, lower case, nominative: `рішення`. */
  readonly name: string;
  /** Form of a draft: drives both readers and generates both schemas. */
  readonly shape: ObjectShape;
  /** File in `templates/`. */
  readonly template: string;
  /** Series whose counter numbers this kind, unless `office.yaml` says otherwise. */
  readonly series: string;
  traits(content: DraftContent): Traits;
  /** The date that the number's year comes from; undefined if the draft has none. */
  dateOf(content: DraftContent): LocalDate | undefined;
  formatNumber(ordinal: number, year: number): string;
  /** The words of the act as printed under this registration, which may be a trial's place-holder. */
  view(draft: Draft, registration: Registration, office: Office): View;
}
