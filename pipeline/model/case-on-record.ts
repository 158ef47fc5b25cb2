import type { CaseMention } from './archive-card.js';
import type { LocalDate } from './date.js';
import type { StorageCategory } from './retention.js';

/** A document on record by which cases are named. */
export interface DatedAct {
  readonly number: string;
  readonly date: LocalDate;
}

/** An inventory as words name it. */
export interface InventoryName extends DatedAct {
  readonly category: StorageCategory;
  readonly year: number;
}

export interface ApprovedInventory extends InventoryName {
  /** Minutes that approve it. */
  readonly approvedBy: readonly DatedAct[];
}

/** A volume as a document names it, and as it is on record: where the draft gives its index only, the rest is the archive's word. */
export interface CaseOnRecord extends CaseMention {
  /** Undefined where no nomenclature has it. */
  readonly category?: StorageCategory | undefined;
  /** The inventory in which it stands. */
  readonly inventory?: InventoryName | undefined;
  /** Else the document that planned it; undefined where the settings do. */
  readonly nomenclature?: DatedAct | undefined;
}
