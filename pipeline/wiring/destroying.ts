import { type Doom, type DoomedVolume, destroyAct, endDoom, keepDoom, keptDooms } from '../filing/destroying.js';
import { makeExtendingFolder } from '../filing/extending.js';
import type { ArchiveEntry, SignedAct } from '../model/act.js';
import type { ArchiveView } from '../model/archive-view.js';
import { caseStepsOf, standingOf } from '../model/case-steps.js';
import { isUnfiled, nameOf } from '../model/effect.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import type { Stage } from '../model/outcome.js';
import type { Log, Store } from '../model/ports.js';
import { lockOffice } from '../store/process-lock.js';
import { isOnServer } from './office-here.js';

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

/**
 * Goes on with what acts of destruction that are filed left to be done: those of this office, and those of offices that share its register, of whose cases documents lie
 * here. Nothing while `regesta extend` is at work, or another runner destroys.
 */
export async function carryOut(parts: DestroyingParts): Promise<void> {
  const { office, store, log } = parts;
  const own = await keptDooms(office);
  const others = await doomsElsewhere(parts);
  if (own.length === 0 && others.length === 0) return;
  // Nobody may append to what is going.
  const lock = await lockOffice(await makeExtendingFolder(office));
  try {
    for (const doom of own) {
      const row = await store.register.find(doom.by.series, doom.by.year, doom.by.number);
      if (row === undefined || isUnfiled(row.state)) continue;
      const done = row.state === 'void' ? { documents: 0, elsewhere: 0 } : await destroyAll(parts, doom);
      await endDoom(office, doom);
      log.info('destroyed', { act: row.path, documents: done.documents });
      if (done.elsewhere > 0)
        log.warn(
          'files of documents of these cases lie in other folders that share the register; each office destroys its own at its next start',
          {
            act: row.path,
            documents: done.elsewhere,
          },
        );
    }
    for (const doom of others) {
      const { documents } = await destroyAll(parts, doom);
      log.info('destroyed, by an act of another office', { act: nameOf(doom.by), documents });
    }
  } finally {
    await lock.release();
  }
}

interface Carried {
  readonly documents: number;
  /** Documents whose files lie in the folders of other offices. */
  readonly elsewhere: number;
}

/** A volume that has come under a hold since the act got its number stays. */
async function destroyAll(
  { office, store, log }: Omit<DestroyingParts, 'archive'>,
  { by, volumes }: Omit<Doom, 'claim'>,
): Promise<Carried> {
  let documents = 0;
  let elsewhere = 0;
  for (const { documents: names, ...volume } of volumes) {
    const { destroyed } = standingOf(await store.cases.steps(volume), volume);
    if (destroyed === null || nameOf(destroyed.by) !== nameOf(by)) {
      log.warn('a hold keeps a volume that was to be destroyed', { act: nameOf(by), ...volume });
      continue;
    }
    for (const name of names) {
      const row = await store.register.find(name.series, name.year, name.number);
      if (row === undefined) continue;
      if (row.office === office.id) {
        if (row.state !== 'destroyed') await destroyAct(office, store.index, name, by);
        documents += 1;
      } else if (row.state !== 'destroyed') elsewhere += 1;
    }
  }
  return { documents, elsewhere };
}

/** What acts of destruction that other offices have filed leave to this one: documents of their cases whose files lie here. */
async function doomsElsewhere({ office, store, archive }: DestroyingParts): Promise<Omit<Doom, 'claim'>[]> {
  // Where nobody shares the register there are no others.
  if (!isOnServer(office)) return [];
  const dooms: Omit<Doom, 'claim'>[] = [];
  for (const { by, how, year, index, volume } of await store.cases.steps()) {
    if (how !== 'destroys') continue;
    const act = await store.register.find(by.series, by.year, by.number);
    if (act === undefined || act.office === office.id || isUnfiled(act.state)) continue;
    const file = (await archive.formed(year))?.cases.find(({ planned }) => planned.index === index);
    if (file === undefined || file.planned.category === 'permanent') continue;
    for (const { n, items } of file.volumes) {
      if (volume !== null && volume !== n) continue;
      const documents = items
        .map(({ row }) => row)
        .filter((row) => row.office === office.id && row.state !== 'destroyed' && !isUnfiled(row.state))
        .map((row) => ({ series: row.series, year: row.year, number: row.number }));
      if (documents.length > 0) dooms.push({ by, volumes: [{ year, index, volume: n, documents }] });
    }
  }
  return dooms;
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
