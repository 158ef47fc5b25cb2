import type { StorageCategory } from './retention.js';

/** By what terms the summary of a year counts cases (order 1000/5, nomenclature of cases): for ever, over ten years, up to ten, and all of them. */
export type SummaryPart = 'permanent' | 'long' | 'temporary' | 'all';

/** What of a term the summary asks for. */
export interface SummedTerm {
  readonly category: StorageCategory;
  readonly years?: number | undefined;
  /** As printed: `5 р. ЕПК`. */
  readonly words?: string | undefined;
}

export interface SummedCase extends SummedTerm {
  /** Goes over into the next year. */
  readonly transitional: boolean;
  /** Volumes. */
  readonly count?: number | undefined;
}

export interface SummaryRow {
  readonly count: number;
  /** Of them, those that go over into the next year. */
  readonly passing: number;
  /** Of them, those marked «ЕПК». */
  readonly appraised: number;
}

/** How many cases were formed in a year, by terms of storage; each volume counts, as in inventories. */
export function yearSummary(cases: readonly SummedCase[]): Readonly<Record<SummaryPart, SummaryRow>> {
  const rowOf = (inside: readonly SummedCase[]): SummaryRow => ({
    count: volumesIn(inside),
    passing: volumesIn(inside.filter(({ transitional }) => transitional)),
    appraised: volumesIn(inside.filter(({ words = '' }) => words.includes(EPK))),
  });
  const part = (wanted: SummaryPart): SummaryRow => rowOf(cases.filter((one) => partOf(one) === wanted));
  return { permanent: part('permanent'), long: part('long'), temporary: part('temporary'), all: rowOf(cases) };
}

const LONG_OVER = 10;
const EPK = 'ЕПК';

function partOf({ category, years = 0 }: SummedCase): SummaryPart {
  if (category === 'permanent') return 'permanent';
  return category !== 'temporary' || years > LONG_OVER ? 'long' : 'temporary';
}

function volumesIn(cases: readonly SummedCase[]): number {
  return cases.reduce((sum, { count = 0 }) => sum + count, 0);
}
