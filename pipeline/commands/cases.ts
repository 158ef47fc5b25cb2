import { EXIT, type ExitCode } from '../exit-code.js';
import type { CaseVolume } from '../model/case-files.js';
import type { CaseStanding } from '../model/case-steps.js';
import { toDigitalStyle } from '../model/date.js';
import { nameOf } from '../model/effect.js';
import { type CasesOfYear, casesOf, type StandingCase } from '../wiring/cases.js';
import { say, sayError, sayJson } from './say.js';

/** Prints the cases of a year with their volumes, and the documents that no case takes; exit 1 if nothing plans the year. */
export async function cases(directory: string, year: number, unit: string | undefined, json: boolean): Promise<ExitCode> {
  const found = await casesOf(directory, year, unit);
  if (found === undefined) {
    sayError(`no nomenclature of cases for ${year}: neither a document on record nor nomenclature in office.yaml`);
    return EXIT.refused;
  }
  if (json) sayJson(facts(found));
  else for (const line of [...found.cases.flatMap(caseLines), ...unplacedLines(found)]) say(line);
  return EXIT.done;
}

function facts({ nomenclature, cases: all, unplaced }: CasesOfYear) {
  return {
    year: nomenclature.year,
    nomenclature: nomenclature.by,
    cases: all.map(({ file: { planned }, volumes }) => ({
      ...{ index: planned.index, heading: planned.heading, unit: planned.unit, category: planned.category },
      ...{ article: planned.article, term: planned.term, years: planned.years ?? null, transitional: planned.transitional },
      volumes: volumes.map(({ volume, standing }) => ({
        ...{ volume: volume.n, sheets: volume.sheets, begun: volume.begun, ended: volume.ended },
        documents: volume.items.map(({ row, from, to }) => ({ document: nameOf(row), path: row.path, state: row.state, from, to })),
        unmeasured: unmeasuredIn(volume),
        standing,
      })),
    })),
    unplaced,
  };
}

function caseLines({ file: { planned }, volumes }: StandingCase): string[] {
  const { index, heading, unit, term } = planned;
  return [
    `${index.padEnd(8)}  ${unit.padEnd(10)}  ${term}  ${heading}`,
    ...(volumes.length === 0 ? ['  nothing filed'] : volumes.flatMap(({ volume, standing }) => volumeLines(volume, standing))),
  ];
}

function volumeLines(volume: CaseVolume, standing: CaseStanding): string[] {
  const { n, items, sheets, begun, ended } = volume;
  const dates = `${toDigitalStyle(begun)} – ${toDigitalStyle(ended)}`;
  return [
    `  volume ${n}  documents ${items.length}  sheets ${sheets}  ${dates}  ${standingWords(standing)}`,
    ...unmeasuredIn(volume).map(({ document, file }) => `    not counted  ${document}  ${file}`),
  ];
}

/** The furthest that it has come; and what keeps it from going on. */
function standingWords({ closed, appraised, listed, accepted, lacking, destroyed, holds, withdrawn }: CaseStanding): string {
  if (destroyed !== null) return 'destroyed';
  const reached = accepted ? 'accepted' : listed ? 'listed' : appraised ? 'appraised' : closed ? 'closed' : 'open';
  return [
    reached,
    ...(lacking === null ? [] : [lacking.how === 'misses' ? 'missing' : 'with faults']),
    ...(holds.length === 0 ? [] : ['on hold']),
    ...(withdrawn === null ? [] : ['withdrawn']),
  ].join(', ');
}

function unmeasuredIn({ items }: CaseVolume): { document: string; file: string }[] {
  return items.flatMap(({ row, unmeasured = [] }) => unmeasured.map((file) => ({ document: nameOf(row), file })));
}

function unplacedLines({ unplaced }: CasesOfYear): string[] {
  return unplaced.map((row) => `no case   ${nameOf(row).padEnd(26)}  ${toDigitalStyle(row.date)}  ${row.title}`);
}
