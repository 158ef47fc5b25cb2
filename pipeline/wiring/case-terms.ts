import type { LinkedRow } from '../model/act-on-record.js';
import { nameOf } from '../model/effect.js';
import type { Term } from '../model/terms.js';
import { transferFrom, transferTermOf } from '../model/transfer.js';
import { normsOn } from '../norms/norms.js';
import type { StandingCase } from './cases.js';
import { casesIn } from './cases.js';
import type { OpenedOffice } from './opened-office.js';

/** By what clause lent cases come back. */
const RETURN = '4.17';

/** Cases that are to go to the archive department (R 4.16, 8.8, 14.7, 28.2), and lent ones that have not come back (R 4.17). */
export async function caseTerms(opened: Pick<OpenedOffice, 'office' | 'store'>, byName: ReadonlyMap<string, LinkedRow>): Promise<Term[]> {
  const years = new Set([...byName.values()].map(({ date }) => Number(date.slice(0, 4))));
  const terms: Term[] = [];
  for (const year of years) {
    const found = await casesIn(opened, year);
    for (const one of found?.cases ?? []) terms.push(...transferOf(one, opened), ...returnsOf(one, byName));
  }
  return terms;
}

function transferOf({ file, volumes }: StandingCase, { office }: Pick<OpenedOffice, 'office'>): Term[] {
  const { year, planned } = file;
  const left = volumes.filter(({ standing }) => standing.destroyed === null && (standing.accepted === null || standing.lacking !== null));
  const last = left.at(-1)?.volume.items.at(-1)?.row;
  if (last === undefined) return [];
  const term = transferTermOf(file, normsOn(last.date, office.norms).transferTerms);
  if (term === undefined) return [];
  const clause = term.against === undefined ? term.clause : `${term.clause}, not ${term.against}`;
  const caseFile = { year, index: planned.index, heading: planned.heading, clause };
  return [{ what: 'transfer', row: last, point: null, executor: planned.unit, due: transferFrom(year, term), caseFile }];
}

function returnsOf({ file: { year, planned }, volumes }: StandingCase, byName: ReadonlyMap<string, LinkedRow>): Term[] {
  const acts = new Set(volumes.flatMap(({ standing: { withdrawn } }) => (withdrawn === null ? [] : [nameOf(withdrawn.by)])));
  return [...acts].flatMap((name): Term[] => {
    const row = byName.get(name);
    const caseFile = { year, index: planned.index, heading: planned.heading, clause: RETURN };
    return row === undefined ? [] : [{ what: 'return', row, point: null, executor: null, due: null, caseFile }];
  });
}
