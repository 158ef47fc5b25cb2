import type { ArchiveEntry } from './model/act.js';
import type { Drop } from './model/draft.js';
import { Fault } from './model/fault.js';
import type { Finding } from './model/finding.js';
import type { JournalEvent, JournalStep } from './model/journal.js';
import type { NonEmpty, Outcome } from './model/outcome.js';
import type { Journal, Log, RegisterBook, RegisterRow } from './model/ports.js';

/** What became of one drop. */
export type Settled = 'filed' | 'receipt' | 'refused' | 'fault';

/** What the runner needs of the trays and the archive; wiring gives it. */
export interface Trays {
  /** Puts the drop with its report into the refused tray. */
  refuse(drop: Drop, findings: NonEmpty<Finding>): Promise<void>;
  /** Brings a filed act back to who dropped it. */
  deliver(at: { readonly series: string; readonly year: number; readonly number: string }): Promise<void>;
  receipt(drop: Drop, row: RegisterRow): Promise<void>;
  /** The claim under which these bytes were filed. */
  filedClaim(row: RegisterRow): Promise<string>;
  /** Puts journal lines that belong to no act into the archive. */
  placeJournal(): Promise<void>;
  /** Removes what is left of a settled claim. */
  finish(drop: Drop): Promise<void>;
}

export interface RunnerParts {
  readonly way: (drop: Drop) => Promise<Outcome<ArchiveEntry>>;
  readonly register: RegisterBook;
  readonly journal: Journal;
  readonly trays: Trays;
  readonly log: Log;
}

export interface Runner {
  /** Takes one claimed drop to its end. Never throws but for a fault after which going on would endanger the record. */
  take(drop: Drop): Promise<Settled>;
}

/** Takes drops one at a time through the flow, keeps the journal, settles the trays; the sole catcher of faults. */
export function runner({ way, register, journal, trays, log }: RunnerParts): Runner {
  const note = (drop: Drop, step: JournalStep, detail: JournalEvent['detail'] = {}, act: string | null = null) =>
    journal.append({ claim: drop.claim, step, who: drop.droppedBy ?? 'inbox', drop: drop.sha256, act, detail });

  const settle = async (drop: Drop): Promise<Settled> => {
    const row = await register.byDrop(drop.sha256);
    if (row !== undefined && row.state !== 'registered' && row.state !== 'awaiting-signature') return settleFiled(drop, row);
    await note(drop, 'received', { name: drop.name });
    const outcome = await way(drop);
    if (outcome.ok) return settleEntry(drop, outcome.value);
    await note(drop, 'refused', { findings: outcome.findings.length });
    await trays.refuse(drop, outcome.findings);
    await trays.placeJournal();
    await trays.finish(drop);
    log.info('refused', { file: drop.name, droppedBy: drop.droppedBy, findings: outcome.findings.length });
    return 'refused';
  };

  const settleEntry = async (drop: Drop, entry: ArchiveEntry): Promise<Settled> => {
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
    await note(drop, 'duplicate', { of: row.path });
    await trays.receipt(drop, row);
    await trays.placeJournal();
    await trays.finish(drop);
    log.info('receipt', { file: drop.name, droppedBy: drop.droppedBy, act: row.path });
    return 'receipt';
  };

  return {
    async take(drop) {
      try {
        return await settle(drop);
      } catch (problem) {
        if (problem instanceof Fault && problem.retry === 'never') throw problem;
        const code = problem instanceof Fault ? problem.code : 'bug';
        log.error(problem instanceof Fault ? problem.message : 'unexpected error', {
          code,
          file: drop.name,
          drop: drop.sha256,
          claim: drop.claim,
          ...(problem instanceof Fault ? {} : { stack: problem instanceof Error ? problem.stack : String(problem) }),
        });
        await note(drop, 'fault', { code }).catch((journalProblem: unknown) =>
          log.error('journal not written', { cause: String(journalProblem) }),
        );
        return 'fault';
      }
    },
  };
}
