import type { ActReference } from './act-reference.js';
import type { LocalDate } from './date.js';
import type { Person } from './person.js';
import type { StorageCategory } from './retention.js';

/** A case as a nomenclature plans it; what an article of the list says of its term need not be said again. */
export interface PlannedCaseCard {
  readonly index?: string | undefined;
  readonly heading?: string | undefined;
  readonly unit?: string | undefined;
  readonly article?: string | undefined;
  readonly term?: string | undefined;
  readonly transitional: boolean;
  /** Volumes that were formed, entered when the year is over. */
  readonly count?: number | undefined;
  readonly note?: string | undefined;
  /** What documents go to it. */
  readonly takes: readonly { readonly kind?: string | undefined; readonly series?: string | undefined }[];
}

/** What an expert commission says of a case (R 28.3, 28.4). */
export const APPRAISALS = ['keep', 'destroy', 'prolong'] as const;
export type Appraisal = (typeof APPRAISALS)[number];

/** A case, or one volume of it, as a document of the archive names it, with what it says of it. */
export interface CaseMention {
  readonly year?: number | undefined;
  readonly index?: string | undefined;
  /** All volumes where there is none. */
  readonly volume?: number | undefined;
  /** Its number in an inventory. */
  readonly n?: number | undefined;
  /** After its number, of one that came between two others: `а`. */
  readonly letter?: string | undefined;
  readonly heading?: string | undefined;
  readonly begun?: LocalDate | undefined;
  readonly ended?: LocalDate | undefined;
  readonly sheets?: number | undefined;
  readonly term?: string | undefined;
  readonly note?: string | undefined;
  readonly decision?: Appraisal | undefined;
  /** To what day its storage is prolonged; of what is to be destroyed, on what day its term ended, where it runs from something that no register tells. */
  readonly until?: LocalDate | undefined;
  /** It did not come (R 28.9). */
  readonly missing: boolean;
  /** Why it goes back for rework (R 28.9). */
  readonly faults: readonly string[];
}

/** A document as the internal inventory of a volume lists it (R 28.6). */
export interface CaseDocument {
  /** Of the case's volume; the first where there is none. */
  readonly volume?: number | undefined;
  /** Registration number as printed. */
  readonly number?: string | undefined;
  readonly date?: LocalDate | undefined;
  readonly title?: string | undefined;
  /** First and last sheet; both absent for one without sheets. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly note?: string | undefined;
}

/** What documents of the archive department say beside what every paper says. */
export interface ArchiveCard {
  /** The calendar year that it is about. */
  readonly year?: number | undefined;
  /** Id of the body or unit whose cases it is about. */
  readonly unit?: string | undefined;
  readonly category?: StorageCategory | undefined;
  readonly plannedCases: readonly PlannedCaseCard[];
  readonly caseFiles: readonly CaseMention[];
  /** What lies in the volumes that are closed, in their order. */
  readonly documents: readonly CaseDocument[];
  /** Members of an expert commission who were there; its chair signs. */
  readonly members: readonly Person[];
  /** Inventories that minutes approve, or that cases come by. */
  readonly inventories: readonly ActReference[];
  /** By whose leave (R 4.17, 28.2). */
  readonly leave?:
    | { readonly by?: Person | undefined; readonly date?: LocalDate | undefined; readonly number?: string | undefined }
    | undefined;
  readonly giver?: Person | undefined;
  readonly receiver?: Person | undefined;
  /** Id of the unit to which cases go. */
  readonly successor?: string | undefined;
}
