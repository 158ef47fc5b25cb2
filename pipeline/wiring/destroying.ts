import { type Doom, type DoomedVolume, destroyAct, endDoom, keepDoom, keptDooms } from '../filing/destroying.js';
import { makeExtendingFolder } from '../filing/extending.js';
import { kinds } from '../kinds/index.js';
import type { ArchiveEntry, SignedAct } from '../model/act.js';
import type { ArchiveView } from '../model/archive-view.js';
import { caseStepsOf, standingOf } from '../model/case-steps.js';
import { type CaseWork, caseWorkOf } from '../model/case-work.js';
import { isUnfiled, nameOf } from '../model/effect.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import type { Stage } from '../model/outcome.js';
import type { Log, Store } from '../model/ports.js';
import type { RegisterRow } from '../model/register-row.js';
import { lockOffice } from '../store/process-lock.js';
import { kindsThat } from './archive-view.js';
import { filedDrafts } from './filed-drafts.js';

/** Kinds of documents by which cases are formed. */
const FORMING: ReadonlySet<string> = new Set([...kindsThat('plans'), ...kindsThat('moves')]);

/** Parts of carrying destruction out. */
export interface DestroyingParts {
  /** With the work area of the whole office. */
  readonly office: Office;
  readonly store: Pick<Store, 'cases' | 'index' | 'register'>;
  readonly archive: ArchiveView;
  readonly log: Log;
}

/**
 * Filing of what destroys cases (R 28.2): which documents go is kept on disk before the act of destruction is filed; when it is, they go. What comes between
 * leaves them for the next start.
 */
export function destroying(filing: Stage<SignedAct, ArchiveEntry>, parts: DestroyingParts): Stage<SignedAct, ArchiveEntry> {
  return {
    name: filing.name,
    async run(signed) {
      const { act, registration } = signed;
      if (act.traits.archives !== 'destroys') return filing.run(signed);
      const { series, year, number, date } = registration;
      const volumes = await doomedVolumes(parts, signed);
      await keepDoom(parts.office, { by: { series, year, number, date }, claim: act.drop.claim, volumes });
      const outcome = await filing.run(signed);
      // The act of destruction is filed whatever becomes of the rest, and says that it is to go.
      if (outcome.ok) await carryOut(parts).catch((problem: unknown) => tell(parts.log, problem));
      return outcome;
    },
  };
}

/** Goes on with what an act of destruction that is filed left to be done. Nothing while `regesta extend` is at work, or another runner destroys. */
export async function carryOut({ office, store, log }: Omit<DestroyingParts, 'archive'>): Promise<void> {
  const dooms = await keptDooms(office);
  if (dooms.length === 0) return;
  // Nobody may append to what is going.
  const lock = await lockOffice(await makeExtendingFolder(office));
  try {
    for (const doom of dooms) {
      const row = await store.register.find(doom.by.series, doom.by.year, doom.by.number);
      if (row === undefined || isUnfiled(row.state)) continue;
      const gone = row.state === 'void' ? 0 : await destroyAll({ office, store, log }, doom);
      await endDoom(office, doom);
      log.info('destroyed', { act: row.path, documents: gone });
    }
  } finally {
    await lock.release();
  }
}

/** Gives the number of documents destroyed. A volume that has come under a hold since the act got its number stays. */
async function destroyAll({ office, store, log }: Omit<DestroyingParts, 'archive'>, { by, volumes }: Doom): Promise<number> {
  let gone = 0;
  for (const { documents, ...volume } of volumes) {
    const { destroyed } = standingOf(await store.cases.steps(volume), volume);
    if (destroyed === null || nameOf(destroyed.by) !== nameOf(by)) {
      log.warn('a hold keeps a volume that was to be destroyed', { act: nameOf(by), ...volume });
      continue;
    }
    for (const name of documents) {
      const row = await store.register.find(name.series, name.year, name.number);
      if (row === undefined || row.office !== office.id) continue;
      if (row.state !== 'destroyed') await destroyAct(office, store.index, name, by, await caseWorkIn(office, row));
      gone += 1;
    }
  }
  return gone;
}

/** What cases are formed by goes on to be known. */
async function caseWorkIn(office: Office, row: RegisterRow): Promise<CaseWork | undefined> {
  if (!FORMING.has(row.kind)) return undefined;
  const content = (await filedDrafts(office)(row))?.content;
  const kind = kinds.find(({ id }) => id === row.kind);
  return content && kind && caseWorkOf(content, kind.traits(content));
}

/** The volumes that an act of destruction names, with their documents: never of a case that is kept for ever, whatever was let through. */
async function doomedVolumes({ archive }: DestroyingParts, { act, registration }: SignedAct): Promise<DoomedVolume[]> {
  const volumes: DoomedVolume[] = [];
  const own = nameOf(registration);
  for (const { year, index, volume } of caseStepsOf(act.draft.content, act.traits, act.date)) {
    const file = (await archive.formed(year))?.cases.find(({ planned }) => planned.index === index);
    if (file === undefined || file.planned.category === 'permanent')
      throw new Error(`No rule refused to destroy ${year}/${index}, which is kept for ever or unknown`);
    for (const { n, items } of file.volumes) {
      if (volume !== null && volume !== n) continue;
      const documents = items
        .filter(({ row }) => nameOf(row) !== own && !isUnfiled(row.state))
        .map(({ row }) => ({ series: row.series, year: row.year, number: row.number }));
      volumes.push({ year, index, volume: n, documents });
    }
  }
  return volumes;
}

/** What fails is tried again at the next start, or with the next act of destruction. */
export function tell(log: Log, problem: unknown): void {
  if (!(problem instanceof Fault)) throw problem;
  log.error(`destruction is not carried out: ${problem.message}; it goes on at the next start`, { code: problem.code });
}
