import type { Way } from './flow.js';
import type { ArchiveEntry } from './model/act.js';
import type { ReadDraft } from './model/draft.js';
import type { Drop } from './model/drop.js';
import { Fault } from './model/fault.js';
import type { Finding } from './model/finding.js';
import type { JournalEvent, JournalStep } from './model/journal.js';
import type { NonEmpty, Outcome } from './model/outcome.js';
import type { Journal, Log, RegisterBook, RegisterRow } from './model/ports.js';
import type { Returns, SoundReturn } from './model/return.js';

/** What became of one drop; `awaiting` is one whose act waits for a signature made elsewhere, or a contract that waits for its verdict. */
export type Settled = 'filed' | 'awaiting' | 'receipt' | 'refused' | 'fault';

/** A drop that another runner has taken over is that one's to settle and to count. */
export type Taken = Settled | 'lost';

/** What the runner needs of the trays and the archive; wiring gives it. */
export interface Trays {
  /** Puts the drop with its report into the refused tray. */
  refuse(drop: Drop, findings: NonEmpty<Finding>): Promise<void>;
  /** Brings a filed act back to who dropped it. */
  deliver(at: { readonly series: string; readonly year: number; readonly number: string }): Promise<void>;
  /** Tells who dropped it where the act is that these bytes became, or, if `words` are all that is the same, that says what they say. */
  receipt(drop: Drop, row: RegisterRow, same: 'bytes' | 'words'): Promise<void>;
  /** The claim under which these bytes were filed; null if that was in another folder that shares the register. */
  filedClaim(row: RegisterRow): Promise<string | null>;
  /** Puts journal lines that belong to no act into the archive. */
  placeJournal(): Promise<void>;
  /** The drop's act waits for what a later drop brings; any runner may then go on with it. */
  wait(drop: Drop): Promise<void>;
  /** What the act of this drop has waited for is there. */
  goOn(drop: Drop): Promise<void>;
  /** Files what is to be kept of a claimed act whose number was declared void before it was filed; false if none was. */
  fileVoid(drop: Drop, row: RegisterRow): Promise<boolean>;
  /** Removes what is left of a settled claim. */
  finish(drop: Drop): Promise<void>;
}

export interface RunnerParts {
  readonly way: Way;
  readonly register: RegisterBook;
  readonly journal: Journal;
  readonly trays: Trays;
  /** Acts that are signed elsewhere; without it there are none. */
  readonly returns?: Returns | undefined;
  readonly log: Log;
}

/** A drop on its way. */
export interface Taking {
  /** It has its number or gets none, so the next drop may be taken. */
  readonly numbered: Promise<void>;
  /** It has come to its end. Rejects only for a fault after which going on would endanger the record. */
  readonly settled: Promise<Taken>;
}

export interface Runner {
  /** Begins what does not depend on the drops before it; `take` finds it done, or tells why not. */
  expect(drop: Drop): void;
  /** Takes one claimed drop to its end. */
  take(drop: Drop): Taking;
  /** Whether a drop may concern the act of another, so that none may be on its way beside it. */
  isAlone(drop: Drop): boolean;
}

/** Takes drops through the flow, keeps the journal, settles the trays; the sole catcher of faults. */
export function runner({ way, register, journal, trays, returns, log }: RunnerParts): Runner {
  /** Claims of files that brought signatures, each with the claim of the act: what happens to the one is noted under the other. */
  const behalf = new Map<string, string>();
  const note = (drop: Drop, step: JournalStep, detail: JournalEvent['detail'] = {}, act: string | null = null) =>
    journal.append({ claim: behalf.get(drop.claim) ?? drop.claim, step, who: drop.droppedBy ?? 'inbox', drop: drop.sha256, act, detail });

  /** Refused claims whose file lies in the tray already, with the number of findings: only what comes after that may be done again. */
  const returned = new Map<string, number>();

  /** Drops whose turn is near. */
  const readAhead = new Map<string, Promise<Outcome<ReadDraft>>>();

  const settle = async (drop: Drop, numbered: () => void): Promise<Settled> => {
    behalf.delete(drop.claim);
    const findings = returned.get(drop.claim);
    if (findings !== undefined) return settleRefused(drop, findings);
    const row = await register.byDrop(drop.sha256);
    if (row !== undefined && row.state !== 'registered' && row.state !== 'awaiting-signature') return settleFiled(drop, row);
    if (row !== undefined && (await trays.fileVoid(drop, row))) return settleVoid(drop, row);
    const waiting = row === undefined ? 'no' : await returns?.waiting(drop);
    if (waiting === 'yes') {
      await trays.wait(drop);
      return 'awaiting';
    }
    let brought = await returns?.judge(drop);
    if (brought?.is === 'sound' && (await endedAsVoid(brought.of))) brought = await returns?.judge(drop);
    if (brought?.is === 'sound') return settleReturned(drop, brought, numbered);
    if (brought?.is === 'known' && brought.byThis) return settleAgain(drop, brought.row);
    // A contract that has waited was received long ago.
    const hasWaited = (await register.pendingContract(drop.sha256))?.claim === drop.claim;
    if (!hasWaited) await note(drop, 'received', { name: drop.name });
    if (brought?.is === 'known') return settleDuplicate(drop, brought.row);
    if (brought?.is === 'refused') return refuse(drop, brought.findings);
    if (row !== undefined && waiting === 'elsewhere') return settleDuplicate(drop, row);
    return go(drop, numbered);
  };

  const go = async (drop: Drop, numbered: () => void): Promise<Settled> => {
    const read = await (readAhead.get(drop.claim) ?? way.reading.run(drop));
    const admitted = read.ok ? await way.admission.run(read.value) : read;
    numbered();
    if ('repeats' in admitted) return settleDuplicate(drop, admitted.repeats, 'words');
    const outcome = admitted.ok ? await way.making.run(admitted.value) : admitted;
    if (outcome.ok) return settleEntry(drop, outcome.value);
    if ('findings' in outcome) return refuse(drop, outcome.findings);
    await trays.wait(drop);
    log.info('awaiting', { file: drop.name, droppedBy: drop.droppedBy, waitsFor: outcome.waitsFor });
    return 'awaiting';
  };

  const refuse = async (drop: Drop, findings: NonEmpty<Finding>): Promise<Settled> => {
    await note(drop, 'refused', { findings: findings.length });
    await trays.refuse(drop, findings);
    returned.set(drop.claim, findings.length);
    return settleRefused(drop, findings.length);
  };

  const settleRefused = async (drop: Drop, findings: number): Promise<Settled> => {
    await trays.placeJournal();
    await trays.finish(drop);
    returned.delete(drop.claim);
    log.info('refused', { file: drop.name, droppedBy: drop.droppedBy, findings });
    return 'refused';
  };

  /** Its lines are the act's, so that they lie in its record; the file itself is kept there before its own claim ends. */
  const settleReturned = async (drop: Drop, { of, act, keep }: SoundReturn, numbered: () => void): Promise<Settled> => {
    const detail = { name: drop.name, claim: drop.claim };
    await trays.goOn(of);
    behalf.set(drop.claim, of.claim);
    await journal.append({ claim: of.claim, step: 'received', who: drop.droppedBy ?? 'inbox', drop: drop.sha256, act, detail });
    await keep();
    const settled = await go(of, numbered);
    await trays.finish(drop);
    behalf.delete(drop.claim);
    return settled;
  };

  /** What a crash or a fault left of a file that brought its signatures in time, and of the act's own claim. */
  const settleAgain = async (drop: Drop, row: RegisterRow): Promise<Settled> => {
    const claim = await trays.filedClaim(row);
    if (claim !== null) {
      await trays.deliver(row);
      await trays.finish({ ...drop, claim });
    }
    await trays.finish(drop);
    log.info('filed', { file: drop.name, droppedBy: drop.droppedBy, act: row.path, resumed: true });
    return 'filed';
  };

  /** Whether the act that waits for a signature came to its end at this moment, for its number was declared void. */
  const endedAsVoid = async (of: Drop): Promise<boolean> => {
    const row = await register.byDrop(of.sha256);
    if (row === undefined) return false;
    await trays.goOn(of);
    if (!(await trays.fileVoid(of, row))) return false;
    await settleVoid(of, row);
    return true;
  };

  const settleVoid = async (drop: Drop, row: RegisterRow): Promise<Settled> => {
    await trays.finish(drop);
    log.info('filed', { file: drop.name, droppedBy: drop.droppedBy, act: row.path, void: true });
    return 'filed';
  };

  const settleEntry = async (drop: Drop, entry: ArchiveEntry): Promise<Settled> => {
    const row = await register.byDrop(drop.sha256);
    // The same bytes came to another runner at the same time, and it was first.
    if (row !== undefined && (await trays.filedClaim(row)) !== drop.claim) return settleDuplicate(drop, row);
    await trays.deliver(entry.registration);
    await trays.finish(drop);
    log.info('filed', { file: drop.name, droppedBy: drop.droppedBy, act: entry.path, warnings: entry.warnings.length });
    return 'filed';
  };

  /** The bytes are filed: by this very claim before a crash, or by an earlier one, and then this drop is a duplicate. */
  const settleFiled = async (drop: Drop, row: RegisterRow): Promise<Settled> => {
    if ((await trays.filedClaim(row)) === drop.claim) {
      await trays.deliver(row);
      await trays.finish(drop);
      log.info('filed', { file: drop.name, droppedBy: drop.droppedBy, act: row.path, resumed: true });
      return 'filed';
    }
    await note(drop, 'received', { name: drop.name });
    return settleDuplicate(drop, row);
  };

  const settleDuplicate = async (drop: Drop, row: RegisterRow, same: 'bytes' | 'words' = 'bytes'): Promise<Settled> => {
    await note(drop, 'duplicate', { of: row.path });
    await trays.receipt(drop, row, same);
    await trays.placeJournal();
    await trays.finish(drop);
    log.info('receipt', { file: drop.name, droppedBy: drop.droppedBy, act: row.path });
    return 'receipt';
  };

  const lose = (drop: Drop): 'lost' => {
    log.warn('another runner has taken it over', { file: drop.name, claim: drop.claim });
    return 'lost';
  };

  const take = async (drop: Drop, numbered: () => void): Promise<Taken> => {
    try {
      return await settle(drop, numbered);
    } catch (problem) {
      if (problem instanceof Fault && problem.retry === 'never') throw problem;
      if (isLost(problem) && !behalf.has(drop.claim)) return lose(drop);
      const code = problem instanceof Fault ? problem.code : 'bug';
      log.error(problem instanceof Fault ? problem.message : 'unexpected error', {
        code,
        file: drop.name,
        drop: drop.sha256,
        claim: drop.claim,
        ...(problem instanceof Fault ? {} : { stack: problem instanceof Error ? problem.stack : String(problem) }),
      });
      try {
        await note(drop, 'fault', { code });
      } catch (journalProblem) {
        // Of a file that brought signatures the act's claim is lost, not its own: it is judged anew.
        if (isLost(journalProblem) && !behalf.has(drop.claim)) return lose(drop);
        log.error('journal not written', { cause: String(journalProblem) });
      }
      return 'fault';
    } finally {
      readAhead.delete(drop.claim);
      numbered();
    }
  };

  return {
    expect(drop) {
      const read = way.reading.run(drop);
      read.catch(() => undefined);
      readAhead.set(drop.claim, read);
    },
    take(drop) {
      let pass = (): void => undefined;
      const numbered = new Promise<void>((resolve) => {
        pass = resolve;
      });
      return { numbered, settled: take(drop, pass) };
    },
    isAlone: (drop) => returns?.mayBring(drop) === true,
  };
}

function isLost(problem: unknown): boolean {
  return problem instanceof Fault && problem.code === 'lease-lost';
}
