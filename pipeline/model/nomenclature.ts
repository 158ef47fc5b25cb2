import type { PlannedCaseCard } from './archive-card.js';
import { isProjectSeries } from './project-book.js';
import type { RegisterRow } from './register-row.js';
import type { RetentionArticle, StorageCategory } from './retention.js';

/** What documents go to a case: of a kind, of a series, or both. */
export interface CaseRule {
  readonly kind?: string | undefined;
  readonly series?: string | undefined;
}

/** A case as the nomenclature of a year plans it (R 28.2; order 1000/5, nomenclature of cases). */
export interface PlannedCase {
  /** `02-05`: the unit's code and the ordinal in it. */
  readonly index: string;
  readonly heading: string;
  /** Id of the body or unit that keeps it. */
  readonly unit: string;
  readonly category: StorageCategory;
  /** Article of the list of typical documents: `7-а`. */
  readonly article: string;
  /** Term as printed: `Постійно`, `5 р. ЕПК`. */
  readonly term: string;
  /** Whole years after the case; absent for what is kept for ever, and where they run from something that happens outside the case. */
  readonly years?: number | undefined;
  /** Where they do: from what, and how many. */
  readonly after?: TermEvent | undefined;
  /** Goes over into the next year. */
  readonly transitional: boolean;
  /** Volumes, where they are entered already. */
  readonly count?: number | undefined;
  readonly note?: string | undefined;
  readonly takes: readonly CaseRule[];
}

/** What whole years run from that happens outside the case: the end of the contracts in it, which the register tells, or something that a commission must tell. */
export interface TermEvent {
  readonly event: 'contract' | 'other';
  readonly years: number | undefined;
}

/** A nomenclature that stands in the settings of an office, for the years from the first to the last. */
export interface SettledNomenclature {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly cases: readonly PlannedCaseCard[];
}

/** The case that a row plans, with the term that its article gives it where the row says none (order 578/5). Undefined for a row without index, heading or unit. */
export function plannedCase(
  { index, heading, unit, article = '', term, transitional, count, note, takes }: PlannedCaseCard,
  retention: RetentionArticle | undefined,
): PlannedCase | undefined {
  if (index === undefined || heading === undefined || unit === undefined) return undefined;
  const said = term === undefined ? undefined : yearsIn(term);
  // What no article tells is kept for ever until one does.
  const kept = retention ?? { category: 'permanent' as const, years: undefined, words: 'Постійно' };
  const event = eventIn(term ?? '') ?? eventIn(kept.words);
  const years = said ?? kept.years;
  return {
    ...{ index, heading, unit, article, term: term ?? kept.words, category: kept.category },
    ...(event === undefined ? { years } : { after: { event, years } }),
    ...{ transitional, count, note, takes },
  };
}

/** `10 р. ЕПК`: ten. */
export function yearsIn(term: string): number | undefined {
  const years = /^(\d{1,3})\s*(?:р|рок)/u.exec(term)?.[1];
  return years === undefined ? undefined : Number(years);
}

/** What a term runs from outside the case: `3 р. після закінчення строку дії договору`. */
function eventIn(term: string): TermEvent['event'] | undefined {
  const event = /\sпісля\s(.*)/su.exec(term)?.[1];
  if (event === undefined) return undefined;
  return /договор/iu.test(event) ? 'contract' : 'other';
}

export interface Nomenclature {
  readonly year: number;
  readonly cases: readonly PlannedCase[];
}

/** Indexes of the transitional cases of a year that the plan of the next one has, too. */
export function goingOnIn({ cases }: Nomenclature, next: Nomenclature | undefined): ReadonlySet<string> {
  const planned = new Set(next?.cases.map(({ index }) => index));
  return new Set(cases.filter(({ index, transitional }) => transitional && planned.has(index)).map(({ index }) => index));
}

/**
 * Whether a document is out of place in a case: the case takes other documents, or is of another unit than the case that takes it. A case that takes
 * nothing by itself is filled by hand, with whatever its unit has.
 */
export function isMisplaced(nomenclature: Nomenclature, { unit, takes }: PlannedCase, row: Pick<RegisterRow, 'kind' | 'series'>): boolean {
  if (takes.some(({ kind, series }) => kind === row.kind || series === row.series)) return false;
  const own = caseFor(nomenclature, row);
  return takes.length > 0 || (own !== undefined && own.unit !== unit);
}

/**
 * The case of a year to which a document goes: the one that names its series, else its kind; undefined if no case takes it. A project is no act of its kind:
 * only a case that names its book takes it.
 */
export function caseFor(nomenclature: Nomenclature, document: Pick<RegisterRow, 'kind' | 'series'>): PlannedCase | undefined {
  return casesFor(nomenclature)(document);
}

/** The same of many documents: cases may be as many. */
export function casesFor({ cases }: Nomenclature): (document: Pick<RegisterRow, 'kind' | 'series'>) => PlannedCase | undefined {
  const bySeries = new Map<string, { readonly kind: string | undefined; readonly planned: PlannedCase }[]>();
  const byKind = new Map<string, PlannedCase>();
  for (const planned of cases)
    for (const { kind, series } of planned.takes) {
      if (series !== undefined) {
        const taking = bySeries.get(series);
        if (taking === undefined) bySeries.set(series, [{ kind, planned }]);
        else taking.push({ kind, planned });
      } else if (kind !== undefined && !byKind.has(kind)) byKind.set(kind, planned);
    }
  return ({ kind, series }) =>
    bySeries.get(series)?.find((taking) => taking.kind === undefined || taking.kind === kind)?.planned ??
    (isProjectSeries(series) ? undefined : byKind.get(kind));
}
