import type { CaseVolume } from '../model/case-files.js';
import { type LocalDate, localDateAt } from '../model/date.js';
import { storageEnd, toldEnd } from '../model/storage-term.js';
import { casesIn, type StandingCase } from './cases.js';
import { openChecker } from './checking.js';
import { systemClock } from './clock.js';
import { contractEnds } from './contract-ends.js';
import { filedDrafts } from './filed-drafts.js';
import { openOffice } from './opened-office.js';

/** A volume, and what keeps it from being destroyed today; nothing if `reasons` is empty. */
export interface Destroyable {
  readonly year: number;
  readonly index: string;
  readonly volume: number;
  readonly heading: string;
  readonly unit: string;
  readonly term: string;
  /** The first day after its term; null for what is kept for ever, and where nothing on record tells the event that it runs from. */
  readonly from: LocalDate | null;
  readonly documents: number;
  readonly sheets: number;
  /** As an act of destruction would be told, in Ukrainian. */
  readonly reasons: readonly { readonly rule: string; readonly message: string }[];
}

/** How each volume of the cases that are not kept for ever stands with destruction today: the very rules of an act of destruction are asked (R 28.2). Changes nothing. */
export async function destroyable(directory: string, year: number | undefined, unit: string | undefined): Promise<Destroyable[]> {
  const volumes = await mortalVolumes(directory, year, unit);
  if (volumes.length === 0) return [];
  const checker = await openChecker(directory, false);
  try {
    const draft = {
      kind: 'destruction',
      caseFiles: volumes.map(({ file, volume }) => ({ year: file.year, index: file.planned.index, volume: volume.n })),
      signing: { date: await todayIn(directory) },
    };
    const { findings } = await checker.check('dry-run.json', Buffer.from(JSON.stringify(draft)));
    return volumes.map(({ file: { year: of, planned }, volume, from }, position) => {
      const at = `/caseFiles/${position}`;
      return {
        ...{ year: of, index: planned.index, volume: volume.n, heading: planned.heading, unit: planned.unit, term: planned.term },
        ...{ from, documents: volume.items.length, sheets: volume.sheets },
        reasons: findings
          .filter(({ at: { pointer }, severity }) => severity === 'refuse' && (pointer === at || pointer.startsWith(`${at}/`)))
          .map(({ rule, message }) => ({ rule, message })),
      };
    });
  } finally {
    await checker.close();
  }
}

type MortalVolume = Pick<StandingCase, 'file'> & { readonly volume: CaseVolume } & Pick<Destroyable, 'from'>;

/** Of one year, or of every year that anything was registered in. */
async function mortalVolumes(directory: string, year: number | undefined, unit: string | undefined): Promise<MortalVolume[]> {
  const opened = await openOffice(directory);
  try {
    const { contracts, register } = opened.store;
    const contractEnd = contractEnds({ contracts, register }, filedDrafts(opened.office));
    const years =
      year === undefined ? [...new Set((await register.list({ own: true })).map(({ date }) => Number(date.slice(0, 4))))] : [year];
    const found: MortalVolume[] = [];
    for (const one of years.sort((a, b) => a - b))
      for (const { file, volumes } of (await casesIn(opened, one, unit))?.cases ?? []) {
        if (file.planned.category === 'permanent') continue;
        for (const { volume, standing } of volumes) {
          const end = await storageEnd(file.planned, volume, { told: toldEnd(standing), contractEnd });
          found.push({ file, volume, from: end.is === 'known' ? end.from : null });
        }
      }
    return found;
  } finally {
    await opened.close();
  }
}

async function todayIn(directory: string): Promise<LocalDate> {
  const opened = await openOffice(directory);
  await opened.close();
  return localDateAt(systemClock.now(), opened.office.timezone);
}
