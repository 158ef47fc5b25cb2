import { type LocalDate, yearOf } from './date.js';
import type { DraftContent } from './draft.js';
import type { ActName } from './effect.js';
import type { Kind, Traits } from './kind.js';
import { numberIn, type Office, seriesOf } from './office.js';
import type { Registration } from './registration.js';

/** From what an act gets its place in a register. */
export interface Numbering {
  readonly series: string;
  readonly date: LocalDate;
  /** The contract whose number it takes, with an ordinal of its own after it: `12/1` (R 27.13); it stands in the year of that contract. */
  readonly within?: ActName | undefined;
  /** First number of the year in this series, 1 unless the office opened in the middle of it. */
  readonly opening: number;
  formatNumber(ordinal: number): string;
}

/** How an act of this date is numbered. The year is that of its date, of an amendment that of its contract. */
export function numberingOf(office: Office, kind: Kind, content: DraftContent, traits: Traits, date: LocalDate): Numbering {
  const series = seriesOf(office, kind, content);
  const within = withinOf(content, traits);
  return {
    series: series.id,
    date,
    within,
    opening: series.opening[within?.year ?? yearOf(date)] ?? 1,
    formatNumber: (ordinal) => numberIn(series, ordinal),
  };
}

/** The contract that an amendment names; undefined for all others, and where it names it only in part, which a rule refuses. */
function withinOf({ of }: DraftContent, { agreement }: Traits): ActName | undefined {
  if (agreement !== 'amendment' || of?.series === undefined || of.date === undefined || of.number === undefined) return undefined;
  return { series: of.series, year: yearOf(of.date), number: of.number };
}

/** The first place there is by this numbering. */
export function firstPlace({ date, within, opening, formatNumber }: Numbering): Pick<Registration, 'year' | 'ordinal' | 'number'> {
  if (within === undefined) return { year: yearOf(date), ordinal: opening, number: formatNumber(opening) };
  return { year: within.year, ordinal: opening, number: `${within.number}/${formatNumber(1)}` };
}
