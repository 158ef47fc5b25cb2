import { EXIT, type ExitCode } from '../exit-code.js';
import { type ActLink, linkedRows } from '../model/act-on-record.js';
import { toDigitalStyle } from '../model/date.js';
import { type EffectKind, nameOf } from '../model/effect.js';
import type { RegisterRow } from '../model/ports.js';
import type { WaitingRow } from '../model/waiting-row.js';
import { type DatedRow, datedRows } from '../wiring/contracts.js';
import { openOffice } from '../wiring/opened-office.js';
import { contractsInExamination } from '../wiring/pending-contracts.js';
import { projectHistory } from '../wiring/project-history.js';
import { contractHistory, historyFacts } from './contract-history.js';
import { projectLines } from './project-lines.js';
import { say, sayError, sayJson } from './say.js';

/** Prints the registers, or one series, or one year, with the contracts that wait for a number in it. An empty list is done, too. */
export async function register(
  directory: string,
  filter: { readonly series?: string | undefined; readonly year?: number | undefined },
  json: boolean,
): Promise<ExitCode> {
  return listing(
    directory,
    json,
    (store) => store.register.list(filter),
    async (opened) => (await contractsInExamination(opened)).map(({ row }) => row).filter((row) => isAskedFor(row, filter)),
  );
}

/** Prints the acts whose words include a form of every word of the query, or the first `limit` of them. */
export async function search(directory: string, query: string, limit: number | undefined, json: boolean): Promise<ExitCode> {
  return listing(directory, json, (store) => store.index.search(query, limit));
}

/** Shows one act with its record; exit 1 if there is none of that number. */
export async function show(
  directory: string,
  at: { readonly series: string; readonly year: number; readonly number: string },
  json: boolean,
): Promise<ExitCode> {
  const opened = await openOffice(directory);
  try {
    const row = await opened.store.register.find(at.series, at.year, at.number);
    if (row === undefined) {
      sayError(`no act ${at.series}/${at.year}/${at.number} in the register`);
      return EXIT.refused;
    }
    const record = await opened.readRecord(row);
    const contract = await opened.store.contracts.contract(row);
    const verdict = record === undefined ? undefined : await opened.store.examinations.verdictOn(record.drop.claim);
    const project = await projectHistory(opened, row, record);
    const linked = await datedRows(opened, linkedRows([row], await opened.store.register.effects(row)));
    if (json) {
      for (const one of linked)
        printJson({
          ...one,
          ...(contract === undefined ? {} : historyFacts(contract, verdict)),
          ...(project === undefined ? {} : { project }),
          record: record ?? null,
        });
      return EXIT.done;
    }
    say(row.title);
    for (const { state, ends } of linked)
      say(`${nameOf(row)}   ${toDigitalStyle(row.date)}   ${state}${ends ? `   term ends ${toDigitalStyle(ends)}` : ''}`);
    for (const line of linked.flatMap(linkLines)) say(line);
    if (contract !== undefined) for (const line of contractHistory(contract, verdict)) say(line);
    if (project !== undefined) for (const line of projectLines(project)) say(line);
    say(`folder    ${row.path}`);
    for (const file of record?.files ?? []) say(`file      ${file.path}   ${file.bytes} bytes   sha256 ${file.sha256}`);
    for (const line of record?.journal ?? []) say(`journal   ${line.at}   ${line.step}   ${line.who}`);
    return EXIT.done;
  } finally {
    await opened.close();
  }
}

type Opened = Awaited<ReturnType<typeof openOffice>>;

async function listing(
  directory: string,
  json: boolean,
  query: (store: Opened['store']) => Promise<RegisterRow[]>,
  waitingIn: (opened: Opened) => Promise<WaitingRow[]> = async () => [],
): Promise<ExitCode> {
  const opened = await openOffice(directory);
  try {
    const rows = await query(opened.store);
    const linked = await datedRows(opened, linkedRows(rows, await opened.store.register.effects()));
    const waiting = await waitingIn(opened);
    if (json) printJson(inOrder([...linked, ...waiting.map((row) => ({ ...row, changes: [], changedBy: [] }))]));
    else for (const row of inOrder([...linked, ...waiting])) say(row.number === null ? waitingLine(row) : registerLine(row));
    return EXIT.done;
  } finally {
    await opened.close();
  }
}

/** Series by series, year by year; contracts that wait after those that have their number. */
function inOrder<Row extends Pick<RegisterRow, 'series' | 'year'>>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.series === b.series ? a.year - b.year : a.series < b.series ? -1 : 1));
}

function isAskedFor(
  row: WaitingRow,
  { series, year }: { readonly series?: string | undefined; readonly year?: number | undefined },
): boolean {
  return (series === undefined || row.series === series) && (year === undefined || row.year === year);
}

/** One line of a register for a contract that has no number yet. */
function waitingLine({ series, year, date, state, title }: WaitingRow): string {
  return `${`${series}/${year}/-`.padEnd(20)} ${toDigitalStyle(date)}  ${state.padEnd(10)} ${title}`;
}

/** One line of a register for a person; at its end what the act does to others and others to it. */
export function registerLine(row: DatedRow): string {
  const links = [...row.changes.map(doing), ...row.changedBy.map(done)];
  const told = links.length === 0 ? '' : `  [${links.join('; ')}]`;
  return `${nameOf(row).padEnd(20)} ${toDigitalStyle(row.date)}  ${row.state.padEnd(10)} ${row.title}${told}`;
}

function linkLines({ changes, changedBy }: DatedRow): string[] {
  const dated = (link: ActLink): string => `   ${toDigitalStyle(link.date)}${link.reason === null ? '' : `   ${link.reason}`}`;
  return [
    ...changes.map((link) => `does      ${doing(link)}${dated(link)}`),
    ...changedBy.map((link) => `done to   ${done(link)}${dated(link)}`),
  ];
}

function doing(link: ActLink): string {
  return link.how === 'court' ? `a court has judged ${nameOf(link)}` : `${link.how} ${nameOf(link)}`;
}

const DONE = {
  amends: 'amended by',
  repeals: 'repealed by',
  suspends: 'suspended by',
  resumes: 'resumed by',
  cancels: 'cancelled by',
  voids: 'declared void by',
  court: 'judged by a court, see',
  extends: 'terms moved by',
  terminates: 'ended before its term by',
  releases: 'tasks taken off control by',
  approves: 'approved by',
} as const satisfies Record<EffectKind, string>;

function done(link: ActLink): string {
  return `${DONE[link.how]} ${nameOf(link)}`;
}

function printJson(value: unknown): void {
  sayJson(value);
}
