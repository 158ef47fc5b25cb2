import { doubts, type Machine } from './machine.js';
import type { Bar, Figure, Row, Unit } from './row.js';
import { median } from './statistics.js';

/** What a row came to: its figures, or why there are none. */
export interface RowResult {
  readonly row: Pick<Row, 'name' | 'title'>;
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
  readonly failed: string | null;
}

/** Whether a figure keeps to its bar, judged by the median of its runs; null without a bar, or where nothing could be told. */
export function holds({ values, bar }: Figure): boolean | null {
  if (bar === undefined || values.length === 0) return null;
  return 'atMost' in bar ? median(values) <= bar.atMost : median(values) >= bar.atLeast;
}

/** The figures as a table for people. */
export function tableOf(machine: Machine, results: readonly RowResult[], isQuick: boolean): string {
  const lines = [
    `${machine.cores} cores, ${machine.cpu}, ${machine.memoryGb} GB; ${machine.system}; node ${machine.node}; load ${machine.load.toFixed(2)} at the start; ` +
      `${machine.fileSystem}, fsync ${machine.fsyncMs.toFixed(1)} ms`,
    ...doubts(machine).map((doubt) => `WARNING ${doubt}`),
    ...(isQuick ? ['WARNING --quick: small counts, to try the bench itself; nothing is proved by these figures'] : []),
  ];
  for (const { row, figures, notes, failed } of results) {
    lines.push('', `${row.name}: ${row.title}`);
    lines.push(...figures.map(figureLine));
    lines.push(...notes.map((note) => `    (${note})`));
    if (failed !== null) lines.push(`    NOT MEASURED: ${failed}`);
  }
  return lines.join('\n');
}

function figureLine(figure: Figure): string {
  const { what, unit, values, bar } = figure;
  const runs = values.length;
  const shown = runs === 0 ? 'unknown' : inUnit(median(values), unit);
  const spread = runs < 2 ? '' : `${plain(Math.min(...values))} … ${plain(Math.max(...values))}, ${runs} runs`;
  return `    ${what.padEnd(WIDTHS.what)} ${shown.padStart(WIDTHS.value)}  ${spread.padEnd(WIDTHS.spread)} ${verdict(figure, bar)}`.trimEnd();
}

const WIDTHS = { what: 62, value: 14, spread: 26 } as const;

function verdict(figure: Figure, bar: Bar | undefined): string {
  if (bar === undefined) return '';
  const limit = 'atMost' in bar ? `≤ ${inUnit(bar.atMost, figure.unit)}` : `≥ ${inUnit(bar.atLeast, figure.unit)}`;
  const kept = holds(figure);
  return `${limit}: ${kept === null ? 'not told' : kept ? 'holds' : 'DOES NOT HOLD'}`;
}

const inUnit = (value: number, unit: Unit): string => `${plain(value)} ${unit}`;

/** Three digits that mean something. */
function plain(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2);
}
