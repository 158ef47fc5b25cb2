import type { Series } from './office.js';

/** The first number of a series that is the office's own to give. */
export interface Beginning {
  readonly year: number;
  readonly ordinal: number;
}

/** Where the own numbers of a series begin: with its opening, or with the year of what was registered before it; this year where there is neither. */
export function beginningOf({ opening }: Pick<Series, 'opening'>, firstYear: number | undefined, thisYear: number): Beginning {
  const years = [...Object.keys(opening).map(Number), ...(firstYear === undefined ? [] : [firstYear])];
  const year = years.length === 0 ? thisYear : Math.min(...years);
  return { year, ordinal: opening[year] ?? 1 };
}

/** Whether an act of this year and number is older than the office's own. */
export function isOlder({ year, ordinal }: Beginning, act: { readonly year: number; readonly number: string }): boolean {
  const leading = /^\d+/.exec(act.number)?.[0];
  return act.year < year || (act.year === year && leading !== undefined && Number(leading) < ordinal);
}
