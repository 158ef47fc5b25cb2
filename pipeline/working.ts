import type { Drop } from './model/draft.js';
import { Fault } from './model/fault.js';
import type { Log } from './model/ports.js';
import type { Runner, Settled } from './runner.js';

/** What arrives and how it is taken; wiring gives it. */
export interface Workplace<Arrival> {
  readonly runner: Runner;
  /** What nobody works on, from now on this process's own. */
  unfinished(): Promise<Drop[]>;
  claim(arrival: Arrival): Promise<Drop | null>;
  /** Where other runners take drops of the same place: how often work of those that are gone is looked for, milliseconds. */
  readonly shared?: { readonly lookMs: number } | undefined;
  watch(once: boolean): { batches(): AsyncIterable<readonly Arrival[]>; left(): readonly string[]; stop(): Promise<void> };
}

export interface WorkOptions {
  /** Take what lies there, then end. */
  readonly once: boolean;
  readonly log: Log;
  /** Is given what ends the work after the drop in hand. */
  onStop(stop: () => void): void;
  /** Called whenever nothing waits. */
  readonly idle?: () => Promise<void>;
}

/** What became of everything that was taken: the counts add up to it. */
export interface Tally {
  readonly settled: Readonly<Record<Settled, number>>;
  /** Under `once`: names that stay in the inbox. */
  readonly left: readonly string[];
}

/** Pauses before a drop that met a fault is tried again, milliseconds; the last one goes on. */
const RETRY_MS = [1000, 5000, 30_000, 120_000, 600_000] as const;

/**
 * First what a crash left unfinished, in order of claim; then batch by batch what is dropped: all of a batch is claimed before the first is
 * taken, so numbers follow the order of claim. Where others take, too, one drop is claimed at a time, so that all have work, and what a runner left that
 * is gone is looked for again and again. While watching, a drop that met a fault is tried again with growing pauses; under `once` it
 * stays in the work area for the next run.
 */
export async function work<Arrival>(place: Workplace<Arrival>, { once, log, onStop, idle }: WorkOptions): Promise<Tally> {
  const settled: Record<Settled, number> = { filed: 0, awaiting: 0, receipt: 0, refused: 0, fault: 0 };
  const again = new Map<string, { readonly attempts: number; readonly timer: NodeJS.Timeout }>();
  const watch = place.watch(once);
  let isStopped = false;
  let fatal: unknown;
  let line: Promise<void> = Promise.resolve();
  const stop = (): void => {
    isStopped = true;
    void watch.stop();
  };
  onStop(() => {
    log.info('stopping after the drop in hand');
    stop();
  });

  const takeOne = async (drop: Drop): Promise<void> => {
    const result = await place.runner.take(drop);
    const attempts = again.get(drop.claim)?.attempts ?? 0;
    again.delete(drop.claim);
    if (result === 'lost') return;
    if (result !== 'fault' || once) settled[result] += 1;
    else again.set(drop.claim, { attempts: attempts + 1, timer: setTimeout(() => retry(drop), RETRY_MS[attempts] ?? RETRY_MS[4]) });
  };
  /** One drop at a time, whoever asks. */
  const take = (drops: readonly Drop[]): Promise<void> => {
    line = line.then(async () => {
      for (const drop of drops) if (!isStopped) await takeOne(drop);
    });
    return line;
  };
  const retry = (drop: Drop): void => {
    take([drop]).catch((problem: unknown) => {
      fatal = problem;
      stop();
    });
  };

  /** What cannot be claimed stays in the inbox and is offered again. */
  const unclaimed = (problem: unknown): null => {
    if (problem instanceof Fault && problem.retry === 'never') throw problem;
    if (problem instanceof Fault) log.error(problem.message, { code: problem.code });
    else log.error('unexpected error', { code: 'bug', stack: problem instanceof Error ? problem.stack : String(problem) });
    if (once) settled.fault += 1;
    return null;
  };

  /** The number of drops that nobody else had gone on with. */
  const takeUnfinished = async (): Promise<number> => {
    const unfinished = await place.unfinished();
    if (unfinished.length > 0) log.info('going on with what was left unfinished', { drops: unfinished.length });
    await take(unfinished);
    return unfinished.length;
  };
  let look: NodeJS.Timeout | undefined;
  /** The look on the way: work that it takes over must not come to a process that has ended its own. */
  let looking: Promise<unknown> = Promise.resolve();
  const lookAgain = (): void => {
    looking = looking
      .then(async () => {
        if (!isStopped) await takeUnfinished();
      })
      .catch((problem: unknown) => {
        if (problem instanceof Fault && problem.retry !== 'never') return log.error(problem.message, { code: problem.code });
        fatal = problem;
        stop();
      });
  };

  try {
    await takeUnfinished();
    look = place.shared && setInterval(lookAgain, place.shared.lookMs);
    for await (const batch of watch.batches()) {
      const size = place.shared === undefined ? batch.length : 1;
      for (let from = 0; from < batch.length && !(isStopped && place.shared !== undefined); from += size) {
        const claimed: Drop[] = [];
        for (const arrival of batch.slice(from, from + size)) {
          const drop = await place.claim(arrival).catch(unclaimed);
          if (drop !== null) claimed.push(drop);
        }
        await take(claimed);
      }
      await idle?.();
    }
    clearInterval(look);
    await looking;
    while (place.shared !== undefined && once && !isStopped && (await takeUnfinished()) > 0);
  } finally {
    // Nothing may hold a process that ends for a fault.
    clearInterval(look);
    for (const { timer } of again.values()) clearTimeout(timer);
    await watch.stop();
    await looking;
    // A drop that is tried again is in hand, too; what became of it is told elsewhere.
    await line.catch(() => undefined);
  }
  if (fatal !== undefined) throw fatal;
  settled.fault += again.size;
  return { settled, left: watch.left() };
}
