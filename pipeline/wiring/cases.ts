import type { HeldNomenclature } from '../model/archive-view.js';
import type { CaseFile, CaseVolume, FormedYear } from '../model/case-files.js';
import { type CaseStanding, standingOf, stepsByCase, type TakenCaseStep } from '../model/case-steps.js';
import { goingOnIn } from '../model/nomenclature.js';
import type { RegisterRow } from '../model/register-row.js';
import { archiveView } from './archive-view.js';
import { filedDrafts } from './filed-drafts.js';
import { type OpenedOffice, openOffice } from './opened-office.js';

/** A case of a year with where each volume of it stands. */
export interface StandingCase {
  readonly file: CaseFile;
  readonly volumes: readonly { readonly volume: CaseVolume; readonly standing: CaseStanding }[];
}

/** The cases of a year, or of one unit in it, and what no case takes. */
export interface CasesOfYear {
  readonly nomenclature: HeldNomenclature;
  readonly cases: readonly StandingCase[];
  readonly unplaced: readonly RegisterRow[];
  /** Indexes of transitional cases that the plan of the next year has, too: they are closed with it. */
  readonly goOn: ReadonlySet<string>;
  /** All cases of the year, of whatever unit. */
  readonly formed: FormedYear;
}

/** The cases of a year as they are formed now; undefined if no nomenclature plans that year. */
export async function casesOf(directory: string, year: number, unit?: string): Promise<CasesOfYear | undefined> {
  const opened = await openOffice(directory);
  try {
    return await casesIn(opened, year, unit);
  } finally {
    await opened.close();
  }
}

/** The same of an office that is open. */
export async function casesIn(
  { office, store }: Pick<OpenedOffice, 'office' | 'store'>,
  year: number,
  unit?: string,
): Promise<CasesOfYear | undefined> {
  const archive = archiveView(office, store, filedDrafts(office));
  const [nomenclature, next, formed, steps] = await Promise.all([
    archive.nomenclature(year),
    archive.nomenclature(year + 1),
    archive.formed(year),
    archive.steps({ year }),
  ]);
  if (nomenclature === undefined || formed === undefined) return undefined;
  const byIndex = stepsByCase(steps);
  const cases = formed.cases
    .filter(({ planned }) => unit === undefined || planned.unit === unit)
    .map((file) => ({ file, volumes: standingVolumes(file, byIndex.get(file.planned.index) ?? []) }));
  return { nomenclature, cases, goOn: goingOnIn(nomenclature, next), unplaced: formed.unplaced, formed };
}

function standingVolumes({ year, planned: { index }, volumes }: CaseFile, steps: readonly TakenCaseStep[]): StandingCase['volumes'] {
  return volumes.map((volume) => ({ volume, standing: standingOf(steps, { year, index, volume: volume.n }) }));
}
