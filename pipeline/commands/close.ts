import { EXIT, type ExitCode } from '../exit-code.js';
import { nameOf } from '../model/effect.js';
import { closeYear, type Mending } from '../wiring/closing.js';
import { sumUpYear } from '../wiring/summing-up.js';
import { say, sayError, sayJson } from './say.js';

/** Drops a draft for every case of a year that can be closed; exit 1, with all that must be mended, if there is anything. */
export async function close(directory: string, year: number, unit: string | undefined, json: boolean): Promise<ExitCode> {
  const closed = await closeYear(directory, year, unit);
  if (json) sayJson(closed);
  else if (closed.done) {
    for (const path of closed.dropped) say(`dropped   ${path}`);
    for (const { row, file } of closed.uncounted) say(`not counted  ${nameOf(row)}  ${file}: add its sheets by hand`);
    if (closed.dropped.length === 0) say(`nothing to close in ${year}`);
  } else if (closed.why === 'to-mend') for (const { index, ...one } of closed.mend) say(`${(index ?? 'no case').padEnd(8)}  ${words(one)}`);
  else sayError(closed.why === 'not-over' ? `${year} is not over` : noNomenclature(year));
  return closed.done ? EXIT.done : EXIT.refused;
}

/** Drops the nomenclature of a year with the number of cases that were formed; exit 1, with the cases that are to be closed first, if there are any. */
export async function closeWithSummary(directory: string, year: number, json: boolean): Promise<ExitCode> {
  const summed = await sumUpYear(directory, year);
  if (json) sayJson(summed);
  else if (summed.done) say(summed.path === null ? `the nomenclature of ${year} says its counts already` : `dropped   ${summed.path}`);
  else if (summed.why === 'open') for (const index of summed.open) say(`${index.padEnd(8)}  to be closed first`);
  else sayError(summed.why === 'not-over' ? `${year} is not over` : noNomenclature(year));
  return summed.done ? EXIT.done : EXIT.refused;
}

const noNomenclature = (year: number): string =>
  `no nomenclature of cases for ${year}: neither a document on record nor nomenclature in office.yaml`;

function words(one: Mending): string {
  switch (one.what) {
    case 'unsigned':
      return `not signed or not filed  ${nameOf(one.row)}`;
    case 'unplaced':
      return `lies in no case          ${nameOf(one.row)}  kind ${one.row.kind}`;
    case 'misplaced':
      return `lies in a wrong case     ${nameOf(one.row)}  kind ${one.row.kind}`;
    case 'gap':
      return `numbers missing          ${one.series}/${one.year} ${one.from}${one.to === one.from ? '' : `-${one.to}`}`;
    case 'file':
      return `file lost or changed     ${nameOf(one.row)}  ${one.problem.path}: ${one.problem.message}`;
  }
}
