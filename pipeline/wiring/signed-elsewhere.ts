import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { trayOf } from '../filing/outbox.js';
import { noteState } from '../filing/registration-note.js';
import type { RegisteredAct, RenderedAct } from '../model/act.js';
import { sha256 } from '../model/digest.js';
import { Fault } from '../model/fault.js';
import type { CertificateMark, Office, Official } from '../model/office.js';
import { accepted, type Stage } from '../model/outcome.js';
import type { Clock, StampPainter, Store } from '../model/ports.js';
import type { Registration } from '../model/registration.js';
import type { Returns } from '../model/return.js';
import { signatoryOn } from '../model/signatory.js';
import {
  type Elsewhere,
  elsewhere,
  type GivenAct,
  type KnownAct,
  outsideTray,
  type Role,
  returnedFiles,
  type SigningPerson,
} from '../signing/signing.js';
import { readRecord, readRoots } from './opened-office.js';

/** Everything for acts whose signatures are made elsewhere. */
export interface SignedElsewhere {
  readonly way: Elsewhere;
  readonly returns: Returns;
  /** Rendering that gives an act which was given out the renditions it was given out with. */
  kept(stage: Stage<RegisteredAct, RenderedAct>): Stage<RegisteredAct, RenderedAct>;
  /** Removes what is left of an act that is filed. */
  finish(claim: string): Promise<void>;
}

export interface SignedElsewhereParts {
  /** With the work area that all who run it share. */
  readonly office: Office;
  /** Absolute, of this process alone. */
  readonly building: string;
  readonly store: Store;
  readonly painter: StampPainter;
  readonly clock: Clock;
}

/** Where the seal is made elsewhere, `signing.seal` says so. */
export const OUTSIDE = 'outside';

export function signedElsewhere({ office, building, store, painter, clock }: SignedElsewhereParts): SignedElsewhere {
  const { signing } = office;
  const rolesOf = (kind: string): readonly Role[] => [
    ...(signing.byKind[kind] === OUTSIDE ? (['signatory'] as const) : []),
    ...(signing.seal === OUTSIDE ? (['seal'] as const) : []),
  ];
  const tray = outsideTray({
    work: office.folders.work,
    building: join(building, 'signing-building'),
    trayOf: (droppedBy) => trayOf(office, droppedBy),
    clock,
  });
  return {
    way: elsewhere({
      tray,
      painter,
      rolesOf,
      async onGiven({ act, registration: { series, year, number } }, detail) {
        const { claim, sha256: drop } = act.drop;
        await store.journal.append({ claim, step: 'awaiting', who: 'regesta', drop, act: `${series}/${year}/${number}`, detail });
      },
    }),
    returns: returnedFiles({
      tray,
      rolesOf,
      isUsed: signing.seal === OUTSIDE || Object.values(signing.byKind).includes(OUTSIDE),
      trust: () => readRoots(signing.trust),
      personOf: (given) => personOf(office, given),
      body: { name: office.body.fullName, edrpou: office.body.edrpou },
      find: (act) => findAct(office, store, act),
      async onWaiting({ registration: { series, year, ordinal } }, drop) {
        const row = await store.register.byDrop(drop.sha256);
        if (row?.state === 'registered') await store.register.setState(series, year, ordinal, 'awaiting-signature');
        await noteState(drop, 'awaiting-signature');
      },
      fileBytes: office.intake.limits.fileBytes,
      clock,
    }),
    kept: (stage) => ({
      name: stage.name,
      async run(registered) {
        const given = await tray.of(registered.act.drop.claim);
        return given === undefined ? stage.run(registered) : accepted({ ...registered, ...(await tray.renditions(given)) });
      },
    }),
    finish: (claim) => tray.remove(claim),
  };
}

type ActName = Pick<Registration, 'series' | 'year' | 'number'>;

async function findAct(office: Office, store: Store, { series, year, number }: ActName): Promise<KnownAct | undefined> {
  const row = await store.register.find(series, year, number);
  if (row === undefined) return undefined;
  const record = await readRecord(office, row);
  return {
    row,
    revisions: record?.pdf.revisions ?? [],
    cameBy: (claim) => record?.journal.some((line) => line.detail['claim'] === claim) === true,
  };
}

/** Who is to sign an act, as the settings know that person. Fault `key-missing` if they know nobody. */
async function personOf(office: Office, { registration, signatory }: GivenAct): Promise<SigningPerson> {
  const official = signatoryOn(office, registration.date, signatory);
  if (official === undefined)
    throw new Fault(
      'key-missing',
      `office.yaml: nobody in officials may sign ${registration.series}/${registration.year}/${registration.number}`,
    );
  return { name: official.name, mark: await markOf(official) };
}

/** By what the settings know an official's certificate; null if by name alone. Fault `key-missing` if a file that they name cannot be read. */
export async function markOf({ id, certificate: mark }: Official): Promise<SigningPerson['mark']> {
  if (mark === undefined) return null;
  return markBy(id, mark);
}

async function markBy(id: string, mark: CertificateMark): Promise<SigningPerson['mark']> {
  if (mark.is !== 'file') return mark;
  try {
    return { is: 'fingerprint', sha256: sha256(new X509Certificate(await readFile(mark.path)).raw) };
  } catch (cause) {
    throw new Fault('key-missing', `officials "${id}": certificate: not a certificate that can be read: ${mark.path}`, { cause });
  }
}
