import { EXIT, type ExitCode } from '../exit-code.js';
import { daysBetween, type LocalDate, toDigitalStyle } from '../model/date.js';
import type { Term } from '../model/terms.js';
import { termsDue } from '../wiring/terms.js';
import { say, sayJson } from './say.js';

/** Prints terms that are past or near, the earliest first. An empty list is done, too. */
export async function due(directory: string, within: number, json: boolean): Promise<ExitCode> {
  const { today, terms } = await termsDue(directory, within);
  if (json) sayJson(terms.map((term) => fact(term, today)));
  else for (const term of terms) say(line(term, today));
  return EXIT.done;
}

function fact({ what, row, point, executor, due: day, contract, project, caseFile }: Term, today: LocalDate) {
  const { series, year, number, date, title, path } = row;
  return {
    what,
    series,
    year,
    number,
    date,
    title,
    path,
    contract: contract ?? null,
    project: project ?? null,
    caseFile: caseFile ?? null,
    point,
    executor,
    due: day,
    daysLeft: day === null ? null : daysBetween(today, day),
  };
}

const WHAT: Readonly<Record<Term['what'], string>> = {
  task: 'task',
  dispatch: 'copies to be sent',
  publication: 'to be made public',
  judgment: 'judgment in force, to be answered by an act',
  examination: 'contract to be examined',
  transfer: 'case to go to the archive department',
  return: 'case lent, to come back',
  'year-plan': 'plan of the year after it, to be approved (R 3.4)',
  'month-plan': 'plan of the month after it, to go to the head (R 3.9)',
  'to-members': 'agenda and projects to go to the members',
  minutes: 'minutes to go to the head',
  rework: 'adopted with changes, text to come',
  'adopted-text': 'adopted, text not registered',
};

function line({ what, row, point, executor, due: day, contract, project, caseFile }: Term, today: LocalDate): string {
  const act = caseFile === undefined ? actOf(row, point) : `case ${caseFile.year}/${caseFile.index}`;
  return [
    (day === null ? '' : toDigitalStyle(day)).padEnd(10),
    (day === null ? '' : leftWords(daysBetween(today, day))).padEnd(14),
    act.padEnd(26),
    ...(what === 'task' ? [] : [WHAT[what]]),
    ...(executor === null ? [] : [executor]),
    ...(project === undefined ? [] : [project]),
    ...(caseFile === undefined ? [row.title] : [caseFile.heading, `R ${caseFile.clause}`]),
    ...(contract === undefined
      ? []
      : [row.state === 'asked' ? 'materials asked for' : '', `sha256 ${contract}`].filter((part) => part !== '')),
  ].join('  ');
}

function actOf(row: Term['row'], point: string | null): string {
  return `${row.series}/${row.year}/${row.number ?? '-'}${point === null ? '' : ` п. ${point}`}`;
}

function leftWords(days: number): string {
  if (days === 0) return 'today';
  return days < 0 ? `${-days} days past` : `in ${days} days`;
}
