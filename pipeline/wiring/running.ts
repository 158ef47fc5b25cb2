import { rm } from 'node:fs/promises';
import { compareTexts } from '../comparison/comparison.js';
import { filing } from '../filing/filing.js';
import { noteRegistration } from '../filing/registration-note.js';
import { startUp } from '../filing/starting.js';
import { way } from '../flow.js';
import { intake } from '../intake/intake.js';
import { runnerFolder } from '../intake/runner-folder.js';
import { type Trays as IntakeTrays, trays as intakeTrays } from '../intake/trays.js';
import { type InboxWatch, watchInbox } from '../intake/watching.js';
import type { Drop } from '../model/drop.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import type { Leases, Log, Store } from '../model/ports.js';
import { testDatabasePlace, testFolders } from '../office/self-test.js';
import { registration } from '../registration/registration.js';
import { type Press, press, pressThreads, rendering } from '../rendering/rendering.js';
import { type Runner, runner } from '../runner.js';
import { isWholePdf, type LongTerm } from '../signing/signing.js';
import { lockOffice } from '../store/process-lock.js';
import { actsInHand } from './acts-in-hand.js';
import { adoptedOnce, adopting } from './adopting.js';
import { archiveView } from './archive-view.js';
import { awaiting } from './awaiting.js';
import { systemClock } from './clock.js';
import { carryOut, destroying, tell } from './destroying.js';
import { enclosing } from './enclosing.js';
import { asking, examining } from './examining.js';
import { settleLeftExtensions } from './extending.js';
import { filedDrafts } from './filed-drafts.js';
import { heartbeat } from './heartbeat.js';
import { judges, readerWithin } from './judges.js';
import { longTermAtSigning } from './long-term.js';
import { noted } from './noting.js';
import { isOnServer, readOffice } from './office-here.js';
import { openOfficeStore } from './opened-office.js';
import { originalsOf } from './originals.js';
import { PACKAGE } from './package-paths.js';
import { postBox } from './posting.js';
import { projectView } from './project-view.js';
import { resumingValidation } from './resuming.js';
import { runnerTrays } from './runner-trays.js';
import { signedElsewhere } from './signed-elsewhere.js';
import { signingStage } from './signing-stage.js';
import { lintOwnTemplates, templatesOf } from './templates.js';
import { thisRunner } from './this-runner.js';
import { voidedClaims } from './voided.js';
import { decidedClaims, forgetGone } from './waiting-contracts.js';

/** An office at work: this process takes its drops until it is closed; with SQLite alone, with PostgreSQL beside others. */
export interface RunningOffice {
  readonly office: Office;
  readonly store: Store;
  readonly runner: Runner;
  /** Claims a crash left unfinished, in order of claim; where others work beside this process, those that nobody works on. */
  unfinished: IntakeTrays['unfinished'];
  readonly shared: { readonly lookMs: number } | undefined;
  claim: IntakeTrays['claim'];
  /** Claims that waited and wait no more: a number was declared void, a verdict was given. */
  ended(): Promise<readonly Drop[]>;
  watch(once: boolean): InboxWatch;
  close(): Promise<void>;
}

export interface RunOptions {
  /** How many threads lay pages out beside this one; with none this one does. */
  readonly threads?: number;
}

/** Opens an office to run it. Faults `office-missing`, `office-settings`, `office-busy`, `office-split`, `folder-access`, `font-missing`, and those of the store. */
export async function runOffice(directory: string, log: Log, { threads = 0 }: RunOptions = {}): Promise<RunningOffice> {
  const office = await readOffice(directory);
  await testFolders(office);
  await testDatabasePlace(office.database);
  // Beside a server many may run: who takes what, its leases say.
  const lock = isOnServer(office) ? undefined : await lockOffice(office.folders.work);
  const pressroom = openPress(threads);
  let store: Store | undefined;
  const release = async (): Promise<void> => {
    await pressroom.close();
    await lock?.release();
  };
  try {
    store = await openOfficeStore(office, thisRunner());
    const broken = await store.integrity();
    if (broken.length > 0) throw new Fault('database-corrupt', `${store.name}: ${broken.join('; ')}`);
    await startUp(office, store, { clock: systemClock, log });
    await tellTemplateFlaws(office, log);
    await settleLeftExtensions(office, store);
    await carryOut({ office, store, archive: archiveView(office, store, filedDrafts(office)), log }).catch((problem: unknown) =>
      tell(log, problem),
    );
    await forgetGone(office, store.examinations, log);
    const proofs = await longTermAtSigning(office, log);
    return assemble(office, store, proofs, log, await pressroom.press(), release);
  } catch (cause) {
    await store?.close();
    await release();
    throw cause;
  }
}

/** Acts of other kinds go on, and a broken template may be mended at any time: nothing is stopped, but the operator need not wait for the first act. */
async function tellTemplateFlaws(office: Office, log: Log): Promise<void> {
  const { flaws } = await lintOwnTemplates(office);
  for (const { file, message } of flaws) log.warn(`${file}: ${message}`, { code: 'template-broken' });
}

/** A press, being made while other things are. */
function openPress(threads: number): { press(): Promise<Press>; close(): Promise<void> } {
  if (threads === 0) return { press: async () => press(), close: async () => undefined };
  const many = pressThreads(PACKAGE.pressThread, threads);
  const isReady = many.ready();
  // Whoever asks for the press is told.
  isReady.catch(() => undefined);
  return {
    async press() {
      await isReady;
      return many;
    },
    close: () => many.close(),
  };
}

/** Every adapter is made here and handed to the stage that uses it. */
function assemble(
  office: Office,
  store: Store,
  proofs: LongTerm | undefined,
  log: Log,
  press: Press,
  release: () => Promise<void>,
): RunningOffice {
  const clock = systemClock;
  const { limits } = office.intake;
  const { read } = readerWithin(limits);
  const entrance = intake({ read }, limits);
  const pages = rendering({ templates: templatesOf(office), office, press, ahead: true });
  const { leases } = store;
  const claimed = intakeTrays({ work: office.folders.work, refused: office.folders.refused, timeZone: office.timezone, clock, leases });
  const work = runnerFolder(office.folders.work, leases);
  const building: Office = { ...office, folders: { ...office.folders, work } };
  const beat = heartbeat(leases, log);
  const inHand = actsInHand();
  const draftOf = inHand.awaited(filedDrafts(office));
  const archive = archiveView(office, store, draftOf);
  const projects = projectView(store, draftOf);
  const parts = {
    ...judges,
    clock,
    office,
    draftOf,
    archive: inHand.settled(archive),
    projects,
    compare: compareTexts,
    measure: pages.measure,
    measureOriginal: originalsOf(office),
  };
  const letters = postBox(building, store.register);
  const examination = { ...parts, register: store.register, examinations: store.examinations, postBox: letters, read };
  const meeting = { office, kinds: judges.kinds, register: store.register, projects, postBox: letters };
  const check = adoptedOnce(examining(resumingValidation(parts, store.register), examination), meeting);
  const outside = signedElsewhere({ office, building: work, store, painter: pages.stamps, clock });
  const sign = awaiting(signingStage(office, pages, outside.way, proofs), store.register);
  const stages = way({
    intake: entrance.stage,
    validation: noted(check, 'checked', store.journal, ({ drop, warnings }) => ({
      drop,
      who: 'regesta',
      detail: { warnings: warnings.length },
    })),
    registration: registration(store.register, office, noteRegistration),
    rendering: outside.kept(
      noted(pages.stage, 'rendered', store.journal, ({ act, docx, pdf }) => ({
        drop: act.drop,
        who: 'regesta',
        detail: { docx: docx.sha256, pdf: pdf.sha256 },
      })),
    ),
    signing: noted(sign, 'signed', store.journal, ({ act, signed }) =>
      act.traits.project
        ? undefined
        : { drop: act.drop, who: act.draft.content.signatory?.name ?? 'regesta', detail: { pdf: signed.sha256 } },
    ),
    filing: destroying(
      adopting(
        asking(
          filing(
            store.index,
            building,
            enclosing(office, press, signingStage(office, pages, undefined, proofs), parts.measureOriginal, templatesOf(office)),
          ),
          examination,
        ),
        // Not the awaited drafts: the minutes are themselves in hand here.
        { ...meeting, projects: projectView(store, filedDrafts(office)) },
      ),
      // Not the settled view: the act of destruction is itself in hand here, and would wait for itself.
      { office, store, archive, log },
    ),
  });
  return {
    office,
    store,
    runner: inHand.watched(
      runner({
        way: stages,
        register: store.register,
        journal: store.journal,
        trays: runnerTrays(building, store, claimed, entrance, outside),
        returns: outside.returns,
        log,
      }),
    ),
    unfinished: async (onBroken) => claimed.unfinished(onBroken, new Set(await store.examinations.undecided())),
    shared: leases && { lookMs: leases.renewEveryMs },
    claim: (arrival) => claimed.claim(arrival),
    ended: async () => [...(await voidedClaims(office, store, claimed)), ...(await decidedClaims(store.examinations, claimed))],
    watch(once) {
      const watch = watchInbox({
        inbox: office.folders.inbox,
        clerks: office.clerks,
        settleMs: office.intake.settleMs,
        giveUpMs: office.intake.giveUpMs,
        scanMs: office.intake.scanMs,
        once,
        isWhole: (arrival) => (/\.pdf$/i.test(arrival.name) ? isWholePdf(arrival.path) : entrance.isWhole(arrival)),
        clock,
        log,
      });
      letters.onPosted(watch.expect);
      return watch;
    },
    async close() {
      beat.stop();
      if (leases !== undefined) await leave(leases, work, log);
      await store.close();
      await release();
    },
  };
}

/** A runner that cannot say that it leaves is found gone by the others. */
async function leave(leases: Leases, folder: string, log: Log): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
    await leases.leave();
  } catch (problem) {
    log.warn('cannot say that this runner ends', { cause: String(problem) });
  }
}
