import type { CaseDocument, CaseMention } from './archive-card.js';
import type { ArchiveView } from './archive-view.js';
import type { CaseFile, CaseVolume, FormedYear } from './case-files.js';
import { yearOf } from './date.js';
import { isUnfiled, nameOf } from './effect.js';
import { isMisplaced } from './nomenclature.js';
import type { RegisterRow } from './register-row.js';
import type { StorageCategory } from './retention.js';

/**
 * What keeps a case from being closed: a document that nobody has signed, one that was moved here and belongs elsewhere, numbers of a series that are not there, a
 * document of such a series that lies in no case.
 */
export type ClosingFault =
  | { readonly what: 'unsigned' | 'unplaced' | 'misplaced'; readonly row: RegisterRow }
  | { readonly what: 'gap'; readonly series: string; readonly year: number; readonly from: number; readonly to: number };

/** The years before its own that a transitional case has documents of, as they were formed. */
export async function formedBefore({ year, volumes }: CaseFile, { formed }: Pick<ArchiveView, 'formed'>): Promise<readonly FormedYear[]> {
  const years = new Set(volumes.flatMap(({ items }) => items.map(({ row }) => yearOf(row.date))));
  const before: FormedYear[] = [];
  for (const one of [...years].filter((of) => of < year).sort((of, other) => of - other)) {
    const found = await formed(one);
    if (found !== undefined) before.push(found);
  }
  return before;
}

/**
 * All that must be mended before a case is closed, as far as the register tells it; `before` is what `formedBefore` gives: that no number of an earlier year is
 * missing shows only among all that was filed then.
 */
export function closingFaults(
  formed: FormedYear,
  { year, planned, volumes }: CaseFile,
  before: readonly FormedYear[],
): readonly ClosingFault[] {
  const own = volumes.flatMap(({ items }) => items.map(({ row }) => row));
  const series = [...new Set(own.map((row) => row.series))];
  const years = [...new Set([year, ...own.map((row) => row.year)])].sort((a, b) => a - b);
  const all = [...new Map([...before, formed].flatMap(rowsOf).map((row) => [nameOf(row), row])).values()];
  const unplaced = [...before, formed].flatMap((one) => one.unplaced);
  const nomenclature = { year, cases: formed.cases.map((file) => file.planned) };
  return [
    ...own.filter(({ state }) => isUnfiled(state)).map((row): ClosingFault => ({ what: 'unsigned', row })),
    ...own.filter((row) => isMisplaced(nomenclature, planned, row)).map((row): ClosingFault => ({ what: 'misplaced', row })),
    ...unplaced.filter((row) => series.includes(row.series)).map((row): ClosingFault => ({ what: 'unplaced', row })),
    ...series.flatMap((id) => years.flatMap((one) => gapsIn(all.filter((row) => row.series === id && row.year === one)))),
  ];
}

function rowsOf({ cases, goingOn, unplaced }: FormedYear): RegisterRow[] {
  return [...[...cases, ...goingOn].flatMap((file) => file.volumes.flatMap(({ items }) => items.map(({ row }) => row))), ...unplaced];
}

/** Numbers between the first and the last that nobody has. Amendments of contracts of a year are dated in others: theirs are not numbers of a year. */
function gapsIn(rows: readonly RegisterRow[]): ClosingFault[] {
  if (rows.some(({ number }) => number.includes('/'))) return [];
  const ordinals = rows.map(({ ordinal }) => ordinal).sort((a, b) => a - b);
  return ordinals.flatMap((ordinal, position): ClosingFault[] => {
    const before = ordinals[position - 1];
    const { series = '', year = 0 } = rows[0] ?? {};
    return before === undefined || ordinal === before + 1 ? [] : [{ what: 'gap', series, year, from: before + 1, to: ordinal - 1 }];
  });
}

/** Whether cases of a category are finished in full: sheets numbered and certified, documents listed (R 28.6); others are not (R 28.7). */
export function isFullyFinished(category: StorageCategory): boolean {
  return category === 'permanent' || category === 'personnel';
}

/** What a document that closes a case says of one of its volumes. */
export function closedVolume({ year, planned, volumes }: CaseFile, { n, begun, ended, sheets }: CaseVolume): CaseMention {
  const { index, heading, term, category } = planned;
  return {
    ...{ year, index, heading, begun, ended, term },
    ...(volumes.length > 1 ? { volume: n } : {}),
    ...(isFullyFinished(category) ? { sheets } : {}),
    ...{ missing: false, faults: [] },
  };
}

/** What lies in a case, as its internal inventory lists it; nothing of what is not finished in full. */
export function closedDocuments({ planned, volumes }: CaseFile): readonly CaseDocument[] {
  if (!isFullyFinished(planned.category)) return [];
  return volumes.flatMap(({ n, items }) =>
    items.map(
      ({ row, from, to }): CaseDocument => ({
        ...(volumes.length > 1 ? { volume: n } : {}),
        ...{ number: row.number, date: row.date, title: row.title },
        ...(from === 0 ? {} : { from, to }),
        ...(row.state === 'void' ? { note: VOID_NOTE } : {}),
      }),
    ),
  );
}

const VOID_NOTE = 'Номер анульовано';
