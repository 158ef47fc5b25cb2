import type { HeldNomenclature } from '../model/archive-view.js';
import { localDateAt, yearOf } from '../model/date.js';
import type { Office } from '../model/office.js';
import type { RegisterBook } from '../model/ports.js';
import type { RegisterRow } from '../model/register-row.js';
import { officialsOn } from '../model/signatory.js';
import { casesIn } from './cases.js';
import { systemClock } from './clock.js';
import { filedDrafts } from './filed-drafts.js';
import { dropAtFrontDoor } from './front-door.js';
import { openOffice } from './opened-office.js';

/** What became of the wish to sum a year up. */
export type SummedYear =
  | { readonly done: false; readonly why: 'no-nomenclature' | 'not-over' }
  | { readonly done: false; readonly why: 'open'; readonly open: readonly string[] }
  /** `path` is null where the nomenclature on record says it already. */
  | { readonly done: true; readonly path: string | null };

/** Who draws the nomenclature of the office up (R 28.2). */
const GENERAL = 'general';

/**
 * Drops the nomenclature of a year that is over once more, with the number of volumes of each case, from which its summary is printed (order 1000/5), and with the visas
 * by which it was agreed: when all its cases are closed but those that go over into the next year.
 */
export async function sumUpYear(directory: string, year: number): Promise<SummedYear> {
  const opened = await openOffice(directory);
  try {
    const { office, store } = opened;
    const today = localDateAt(systemClock.now(), office.timezone);
    const found = await casesIn(opened, year);
    if (found === undefined) return { done: false, why: 'no-nomenclature' };
    if (year >= yearOf(today)) return { done: false, why: 'not-over' };
    const open = found.cases.filter(
      ({ file: { planned }, volumes }) => !found.goOn.has(planned.index) && volumes.some(({ standing }) => standing.closed === null),
    );
    if (open.length > 0) return { done: false, why: 'open', open: open.map(({ file }) => file.planned.index) };
    const counts = new Map([...found.formed.cases, ...found.formed.goingOn].map(({ planned, volumes }) => [planned.index, volumes.length]));
    if (found.nomenclature.cases.every(({ index, count }) => count === counts.get(index))) return { done: true, path: null };
    const [head] = officialsOn(office, today).filter(({ units, key }) => units.includes(GENERAL) && key !== undefined);
    const planning = await planningOf(found.nomenclature, office, store.register);
    const title = planning?.title.includes(String(year)) ? planning.title : undefined;
    const visas = (planning && (await filedDrafts(office)(planning)))?.content.visas ?? [];
    const draft = {
      kind: 'nomenclature',
      ...(title === undefined ? {} : { title }),
      year,
      plannedCases: found.nomenclature.cases.map(({ index, unit, article, heading, term, transitional, note, takes }) => ({
        ...{ index, unit, article, transitional, count: counts.get(index) ?? 0, heading, term },
        ...(note === undefined ? {} : { note }),
        takes,
      })),
      ...(visas.length === 0 ? {} : { visas }),
      signing: { date: today },
      ...(head === undefined ? {} : { signatory: { post: head.post, name: head.name } }),
    };
    return { done: true, path: await dropAtFrontDoor(office, `nomenclature-${year}-summary.json`, draft) };
  } finally {
    await opened.close();
  }
}

/** The document that planned the cases, where one planned those of the whole office. */
async function planningOf({ by, cases }: HeldNomenclature, office: Office, register: RegisterBook): Promise<RegisterRow | undefined> {
  const units = new Set(cases.map(({ unit }) => unit));
  return by === null || (units.size === 1 && office.bodies.length > 1) ? undefined : register.find(by.series, by.year, by.number);
}
