import type { CaseFile } from './case-files.js';
import type { LocalDate } from './date.js';
import type { TransferTerm } from './transfer-term.js';

/** The term that holds for a case, the first that speaks of it; undefined for one of temporary storage, which never goes to the archive department (R 28.2). */
export function transferTermOf({ planned }: Pick<CaseFile, 'planned'>, terms: readonly TransferTerm[]): TransferTerm | undefined {
  if (planned.category === 'temporary') return undefined;
  return terms.find(
    ({ unit, kinds }) =>
      (unit === undefined || unit === planned.unit) &&
      (kinds === undefined || planned.takes.some(({ kind }) => kind !== undefined && kinds.includes(kind))),
  );
}

/** The day on which the years of a case of a year are over: it is to be handed over from then on. */
export function transferFrom(year: number, { years }: TransferTerm): LocalDate {
  return `${String(year + 1 + years).padStart(4, '0')}-01-01` as LocalDate;
}
