import type { View } from './kind.js';

/** A column of a printed register; `share` of its width, all together 100. */
export interface RegisterColumn {
  readonly title: string;
  readonly share: number;
}

/** A cell: its paragraphs. */
export type RegisterCell = readonly string[];

/** A register as it is printed, however long it is. */
export interface PrintedRegister {
  readonly properties: View['properties'];
  /** Above the title, centred: whose register it is. */
  readonly bodyNames: readonly string[];
  readonly title: string;
  /** Under the title: of which year, which days, what was chosen. */
  readonly notes: readonly string[];
  readonly columns: readonly RegisterColumn[];
  readonly rows: AsyncIterable<readonly RegisterCell[]>;
}
