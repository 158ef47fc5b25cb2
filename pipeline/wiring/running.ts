import { readFile } from 'node:fs/promises';
import { filing } from '../filing/filing.js';
import { placeJournalLines } from '../filing/journal-file.js';
import { deliver } from '../filing/outbox.js';
import { giveReceipt } from '../filing/receipt.js';
import { flow } from '../flow.js';
import { intake } from '../intake/intake.js';
import { type Trays as IntakeTrays, trays as intakeTrays } from '../intake/trays.js';
import { type InboxWatch, watchInbox } from '../intake/watching.js';
import type { RenderedAct } from '../model/act.js';
import type { Drop } from '../model/draft.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import type { Log, Store } from '../model/ports.js';
import { signatoryOn } from '../model/signatory.js';
import { readOffice } from '../office/read-office.js';
import { testDatabasePlace, testFolders } from '../office/self-test.js';
import { registration } from '../registration/registration.js';
import { type Rendering, rendering } from '../rendering/rendering.js';
import { type Runner, runner, type Trays } from '../runner.js';
import { signing } from '../signing/signing.js';
import { lockOffice } from '../store/process-lock.js';
import { isSecret, reportPrinter } from '../validation/validation.js';
import { awaiting } from './awaiting.js';
import { systemClock } from './clock.js';
import { judges, readerWithin } from './judges.js';
import { keyring } from './keyring.js';
import { noted } from './noting.js';
import { openOfficeStore, readRecord } from './opened-office.js';
import { resumingValidation } from './resuming.js';
import { templatesOf } from './templates.js';

/** An office at work: this process alone takes its drops until it is closed. */
export interface RunningOffice {
  readonly office: Office;
  readonly store: Store;
  readonly runner: Runner;
  /** Claims a crash left unfinished, in order of claim. */
  unfinished(): Promise<Drop[]>;
  claim: IntakeTrays['claim'];
  watch(once: boolean): InboxWatch;
  close(): Promise<void>;
}

/** Opens an office to run it. Faults `office-missing`, `office-settings`, `office-busy`, `office-split`, `folder-access`, and those of the store. */
export async function runOffice(directory: string, log: Log): Promise<RunningOffice> {
  const office = await readOffice(directory);
  await testFolders(office);
  await testDatabasePlace(office.database);
  const lock = await lockOffice(office.folders.work);
  try {
    const store = await openOfficeStore(office);
    const broken = await store.integrity();
    if (broken.length > 0) throw new Fault('database-corrupt', `${office.database}: ${broken.join('; ')}`);
    return assemble(office, store, log, () => lock.release());
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

/** Every adapter is made here and handed to the stage that uses it. */
function assemble(office: Office, store: Store, log: Log, unlock: () => Promise<void>): RunningOffice {
  const clock = systemClock;
  const { limits } = office.intake;
  const entrance = intake(readerWithin(limits), limits);
  const pages = rendering({ templates: templatesOf(office), office });
  const claimed = intakeTrays({ work: office.folders.work, refused: office.folders.refused, timeZone: office.timezone, clock });
  const check = resumingValidation({ ...judges, clock, office, measure: pages.measure }, store.register);
  const sign = awaiting(signingStage(office, pages), store.register);
  const way = flow({
    intake: entrance.stage,
    validation: noted(check, 'checked', store.journal, ({ drop, warnings }) => ({
      drop,
      who: 'regesta',
      detail: { warnings: warnings.length },
    })),
    registration: registration(store.register, office),
    rendering: noted(pages.stage, 'rendered', store.journal, ({ act, docx, pdf }) => ({
      drop: act.drop,
      who: 'regesta',
      detail: { docx: docx.sha256, pdf: pdf.sha256 },
    })),
    signing: noted(sign, 'signed', store.journal, ({ act, signed }) => ({
      drop: act.drop,
      who: act.draft.content.signatory?.name ?? 'regesta',
      detail: { pdf: signed.sha256 },
    })),
    filing: filing(store.index, office),
  });
  return {
    office,
    store,
    runner: runner({ way: way.run, register: store.register, journal: store.journal, trays: traysOf(office, store, claimed), log }),
    unfinished: () => claimed.unfinished(),
    claim: (arrival) => claimed.claim(arrival),
    watch: (once) =>
      watchInbox({
        inbox: office.folders.inbox,
        clerks: office.clerks,
        settleMs: office.intake.settleMs,
        giveUpMs: office.intake.giveUpMs,
        scanMs: office.intake.scanMs,
        once,
        isWhole: (arrival) => entrance.isWhole(arrival),
        clock,
        log,
      }),
    async close() {
      await store.close();
      await unlock();
    },
  };
}

function signingStage(office: Office, { stamps }: Rendering): ReturnType<typeof signing> {
  const keyOf = keyring(office);
  return signing({
    painter: stamps,
    clock: systemClock,
    timeZone: office.timezone,
    async signatory({ act }: RenderedAct) {
      const official = signatoryOn(office, act.date, act.draft.content.signatory ?? {});
      if (official?.key === undefined)
        throw new Fault('key-missing', `office.yaml: nobody in officials with a key may sign ${act.kind.id} of ${act.date}`);
      return { key: await keyOf(official.key), post: official.post, name: official.name };
    },
    seal: async () => ({ key: await keyOf(office.signing.seal), body: office.body.fullName, edrpou: office.body.edrpou }),
  });
}

function traysOf(office: Office, store: Store, claimed: IntakeTrays): Trays {
  const print = reportPrinter(office.timezone);
  return {
    async refuse(drop, findings) {
      const { name, sha256, receivedAt, droppedBy } = drop;
      const secret = isSecret(findings);
      const source = secret ? {} : { source: await readFile(drop.path).catch(() => Buffer.alloc(0)) };
      await claimed.refuse(drop, print({ name, sha256, receivedAt, droppedBy, verdict: 'refused', findings, ...source }), {
        isSecret: secret,
      });
    },
    deliver: (at) => deliver(office, at, print),
    receipt: (drop, row) => giveReceipt(office, drop, row),
    async filedClaim(row) {
      const record = await readRecord(office, row);
      if (record === undefined)
        throw new Fault('archive-collision', `${row.path} is ${row.state} in the register and has no record.json; restore the archive`);
      return record.drop.claim;
    },
    placeJournal: () => placeJournalLines(store.journal, office.folders.archive),
    finish: (drop) => claimed.finish(drop),
  };
}
