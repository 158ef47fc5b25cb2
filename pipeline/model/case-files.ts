import type { LocalDate } from './date.js';
import { nameOf } from './effect.js';
import { casesFor, type Nomenclature, type PlannedCase } from './nomenclature.js';
import { isProjectSeries } from './project-book.js';
import type { RegisterRow } from './register-row.js';

/** Most sheets of one volume of what is kept permanently or long (order 1000/5, forming of cases). */
export const MOST_SHEETS = 250;

/** A document as it lies in a case. */
export interface CaseItem {
  readonly row: RegisterRow;
  /** Sheets of its one-sided print: pages measured on its files. */
  readonly sheets: number;
  /** First and last sheet in its volume, from 1; both 0 for one without sheets, as a void number. */
  readonly from: number;
  readonly to: number;
  /** Its files whose pages nobody could count. */
  readonly unmeasured?: readonly string[] | undefined;
}

/** A volume: what is bound together, with sheets numbered from 1. */
export interface CaseVolume {
  /** From 1; a case of one volume prints none. */
  readonly n: number;
  readonly items: readonly CaseItem[];
  readonly sheets: number;
  /** Dates of the first and of the last document. */
  readonly begun: LocalDate;
  readonly ended: LocalDate;
}

/** A case of a year, formed of what was filed. */
export interface CaseFile {
  readonly year: number;
  readonly planned: PlannedCase;
  /** None if nothing was filed in it. */
  readonly volumes: readonly CaseVolume[];
}

/** What was formed, and what no case takes. */
export interface FormedYear {
  readonly cases: readonly CaseFile[];
  readonly unplaced: readonly RegisterRow[];
  /** Cases that go on in the next year, as they were when this one ended: among `cases` they hold nothing, for they are closed with a later year. */
  readonly goingOn: readonly CaseFile[];
}

/** What passes between a year and its neighbours: what the year before brings into its cases, and which of them go on in the next. */
export interface PassingCases {
  readonly brought: readonly CaseFile[];
  readonly goOn: ReadonlySet<string>;
}

const NONE_PASS: PassingCases = { brought: [], goOn: new Set() };

/** Sheets of a document's one-sided print as they were measured when it was filed: the document, its visas, and the files that came with it. */
export interface MeasuredSheets {
  readonly count: number;
  /** Files whose pages cannot be counted: they count as none, and whoever binds the case is told. */
  readonly unmeasured: readonly string[];
}

/** A document of the year with its measured sheets. */
export interface FiledSheets {
  readonly row: RegisterRow;
  readonly sheets: number;
  readonly unmeasured?: readonly string[] | undefined;
}

/**
 * Cases form themselves: every filed document goes to the case that takes its series or kind, or to which a later document has moved it, in order of date
 * and number (R 4.14, 8.8); a volume ends before the document that would take it over `MOST_SHEETS`, never inside one. `moved` tells the index by
 * `nameOf` of the document. A transitional case goes on with what the years before brought.
 */
export function formCases(
  nomenclature: Nomenclature,
  filed: readonly FiledSheets[],
  moved: ReadonlyMap<string, string>,
  { brought, goOn }: PassingCases = NONE_PASS,
): FormedYear {
  const byIndex = new Map<string, FiledSheets[]>(nomenclature.cases.map(({ index }) => [index, []]));
  const unplaced: RegisterRow[] = [];
  const caseOf = casesFor(nomenclature);
  for (const document of [...filed].sort(byDate)) {
    const place = byIndex.get(moved.get(nameOf(document.row)) ?? caseOf(document.row)?.index ?? '');
    if (place !== undefined) place.push(document);
    // Projects are kept with the papers of their authors unless the office plans a case for their book.
    else if (!isProjectSeries(document.row.series)) unplaced.push(document.row);
  }
  const { year } = nomenclature;
  const before = new Map(brought.map(({ planned, volumes }) => [planned.index, volumes.flatMap(({ items }) => items)]));
  const all = nomenclature.cases.map((planned): CaseFile => {
    const { index } = planned;
    return { year, planned, volumes: volumesOf([...(before.get(index) ?? []), ...(byIndex.get(index) ?? [])]) };
  });
  return {
    cases: all.map((file) => (goOn.has(file.planned.index) ? { ...file, volumes: [] } : file)),
    unplaced,
    goingOn: all.filter(({ planned }) => goOn.has(planned.index)),
  };
}

/** How a volume of a case is named everywhere. */
export interface VolumeName {
  readonly year: number;
  readonly index: string;
  readonly volume: number;
}

/** `2021/02-05/1` */
export function volumeKey({ year, index, volume }: VolumeName): string {
  return `${year}/${index}/${volume}`;
}

function volumesOf(documents: readonly FiledSheets[]): CaseVolume[] {
  const volumes: FiledSheets[][] = [];
  let sheets = 0;
  for (const document of documents) {
    const open = volumes.at(-1);
    if (open === undefined || (sheets > 0 && sheets + document.sheets > MOST_SHEETS)) {
      volumes.push([document]);
      sheets = document.sheets;
    } else {
      open.push(document);
      sheets += document.sheets;
    }
  }
  return volumes.map((inside, index) => volumeOf(inside, index + 1));
}

function volumeOf(documents: readonly FiledSheets[], n: number): CaseVolume {
  let last = 0;
  const items = documents.map(({ row, sheets, unmeasured }): CaseItem => {
    const from = sheets === 0 ? 0 : last + 1;
    last += sheets;
    return { row, sheets, from, to: sheets === 0 ? 0 : last, unmeasured };
  });
  const dates = documents.map(({ row }) => row.date);
  return { n, items, sheets: last, begun: dates[0] as LocalDate, ended: dates.at(-1) as LocalDate };
}

function byDate(a: FiledSheets, b: FiledSheets): number {
  return compare(a.row.date, b.row.date) || compare(a.row.series, b.row.series) || a.row.ordinal - b.row.ordinal;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Pages of a document as its runs of numbering tell them. */
export function pagesOf(runs: readonly { readonly pages: number }[]): number {
  return runs.reduce((sum, { pages }) => sum + pages, 0);
}
