import type { FormedYear, VolumeName } from './case-files.js';
import type { CaseStanding, TakenCaseStep } from './case-steps.js';
import type { LocalDate } from './date.js';
import type { ActName } from './effect.js';
import type { Nomenclature } from './nomenclature.js';
import type { RegisterRow } from './register-row.js';
import type { StorageCategory } from './retention.js';

/** A nomenclature and where it stands: the document that brought it, or null for the office's settings. */
export interface HeldNomenclature extends Nomenclature {
  readonly by: (ActName & { readonly date: LocalDate }) | null;
}

/** An inventory on record that is not void. */
export interface RegisteredInventory {
  readonly row: RegisterRow;
  readonly year: number;
  readonly category: StorageCategory;
  /** Id of the unit whose cases it lists; null for one of the whole office. */
  readonly unit: string | null;
  /** What of that year it lists, in its order. */
  readonly steps: readonly TakenCaseStep[];
  /** Minutes that are not void and approve it, in order of registration. */
  readonly approvedBy: readonly (ActName & { readonly date: LocalDate })[];
}

/** What rules and commands may know of cases. Void documents are as if they had never been. */
export interface ArchiveView {
  /** The one that holds for a year: of several documents the last registered, before any of the settings; undefined if nothing plans that year. */
  nomenclature(year: number): Promise<HeldNomenclature | undefined>;
  /** The cases of a year with what was filed so far; undefined without a nomenclature. */
  formed(year: number): Promise<FormedYear | undefined>;
  /** The year with which a case is closed: its own, or for a transitional one the last that goes on with it so far. */
  lastYearOf(year: number, index: string): Promise<number>;
  /** Where a volume stands. */
  standing(volume: VolumeName): Promise<CaseStanding>;
  /** Everything done to cases, in order of registration: to all of them, to those of a year, or to one case. */
  steps(of?: { readonly year: number; readonly index?: string | undefined }): Promise<readonly TakenCaseStep[]>;
  /** The last day of the contract that a document is, or is about; null while no day is on record; undefined for what is about none. */
  contractEnd(document: RegisterRow): Promise<LocalDate | null | undefined>;
  /** Inventories of a year and category, in order of registration. */
  inventoriesOf(year: number, category: StorageCategory): Promise<readonly RegisteredInventory[]>;
  /** The highest number that inventories of a category and unit have given, over all years: the next one counts on from it. */
  lastListed(category: StorageCategory, unit: string | null): Promise<number>;
}
