import { type LocalDate, parseLocalDate, yearOf } from '../model/date.js';
import { nameOf } from '../model/effect.js';
import type { Traits } from '../model/kind.js';
import { numberIn, type Series } from '../model/office.js';
import { type Beginning, isOlder } from '../model/own-numbers.js';
import { type CsvRow, readCsv } from './read-csv.js';

/** A series as the list of older acts is held against it. */
export interface OlderSeries {
  readonly series: Series;
  readonly beginning: Beginning;
  /** The first is meant where the list names none. */
  readonly kinds: readonly { readonly id: string; readonly issuer: Traits['issuer'] }[];
}

/** One older act, as a line of the list tells of it. */
export interface ListedAct {
  readonly line: number;
  readonly series: string;
  readonly date: LocalDate;
  readonly number: string;
  /** Where the number is just a number of the series. */
  readonly ordinal: number | null;
  readonly title: string;
  readonly kind: string;
  readonly issuer: Traits['issuer'];
}

/** What is wrong with a line; English, for operators. */
export interface ListFlaw {
  readonly line: number;
  readonly reason: string;
}

const COLUMNS = ['series', 'date', 'number', 'title'] as const;
const NUMBER = /^(?=.{1,40}$)[\p{L}\p{N}](?:[\p{L}\p{N}./-]*[\p{L}\p{N}])?$/u;
const LONGEST_TITLE = 2000;
const MOST = 999_999;

/**
 * Reads a list of older acts: CSV with a line of names, `series`, `date` (yyyy-mm-dd or dd.mm.yyyy), `number`, `title` and, if wanted, `kind`, in any order. Every
 * wrong line is told; an act is older only if the office's own numbers of its series can never reach it.
 */
export function readOlderActs(
  bytes: Uint8Array,
  seriesOf: (id: string) => OlderSeries | undefined,
): { readonly acts: readonly ListedAct[]; readonly flaws: readonly ListFlaw[] } {
  const table = readCsv(bytes);
  if (!table.readable) return { acts: [], flaws: [table] };
  const [head, ...rows] = table.rows;
  const names =
    head?.cells.map((cell) =>
      cell
        .replace(/^\uFEFF/, '')
        .trim()
        .toLowerCase(),
    ) ?? [];
  const wrong = headFlaw(names);
  if (wrong !== undefined) return { acts: [], flaws: [{ line: head?.line ?? 1, reason: wrong }] };
  const acts: ListedAct[] = [];
  const flaws: ListFlaw[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const read = readRow(row, names, seriesOf);
    if (typeof read === 'string') {
      flaws.push({ line: row.line, reason: read });
      continue;
    }
    // `12/1` and `12-1` would lie in one folder.
    const place = nameOf({ series: read.series, year: yearOf(read.date), number: read.number.replaceAll('/', '-') });
    const before = seen.get(place);
    if (before !== undefined)
      flaws.push({ line: row.line, reason: `the same act, or one that would lie in the same folder, is in line ${before}` });
    else acts.push(read);
    seen.set(place, before ?? row.line);
  }
  return { acts, flaws };
}

function headFlaw(names: readonly string[]): string | undefined {
  const lacking = COLUMNS.filter((name) => !names.includes(name));
  const known: readonly string[] = [...COLUMNS, 'kind'];
  const unknown = names.filter((name, index) => !known.includes(name) || names.indexOf(name) !== index);
  if (lacking.length > 0)
    return `the first line must name the columns ${COLUMNS.join(', ')} and may name kind; missing: ${lacking.join(', ')}`;
  return unknown.length > 0 ? `columns that are not known, or named twice: ${unknown.join(', ')}` : undefined;
}

function readRow({ line, cells }: CsvRow, names: readonly string[], seriesOf: (id: string) => OlderSeries | undefined): ListedAct | string {
  if (cells.length !== names.length) return `${cells.length} cells, and ${names.length} columns`;
  const cell = (name: string): string => (cells[names.indexOf(name)] ?? '').normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  const id = cell('series');
  const known = seriesOf(id);
  if (known === undefined) return `series: the office has no series «${id}»`;
  const date = readDate(cell('date'));
  if (date === undefined) return `date: «${cell('date')}» is no date yyyy-mm-dd or dd.mm.yyyy`;
  const number = cell('number');
  if (!NUMBER.test(number)) return `number: «${number}» is not made of letters, digits and / - . between them`;
  const title = cell('title');
  if (title === '' || title.length > LONGEST_TITLE || /\p{Cc}/u.test(title))
    return `title: empty, longer than ${LONGEST_TITLE} characters, or with a control character`;
  const named = cell('kind');
  const kind = named === '' ? known.kinds[0] : known.kinds.find((one) => one.id === named);
  if (kind === undefined) return `kind: series ${id} has no kind «${named}», only ${known.kinds.map((one) => one.id).join(', ')}`;
  const year = yearOf(date);
  if (!isOlder(known.beginning, { year, number })) {
    const { year: first, ordinal } = known.beginning;
    return `number: ${id}/${year}/${number} is not older than the office's own numbers, which begin with ${numberIn(known.series, ordinal)} of ${first}`;
  }
  const leading = Number(/^\d{1,7}/.exec(number)?.[0] ?? 0);
  if (leading > MOST) return `number: «${number}» begins with a number above ${MOST}`;
  const ordinal = leading > 0 && number === numberIn(known.series, leading) ? leading : null;
  return { line, series: id, date, number, ordinal, title, kind: kind.id, issuer: kind.issuer };
}

function readDate(text: string): LocalDate | undefined {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text) ?? [];
  return parseLocalDate(day === undefined ? text : `${year}-${month}-${day}`);
}
