import { line } from './line.js';
import type { Drop } from './model/drop.js';
import { Fault } from './model/fault.js';
import type { Log } from './model/ports.js';
import type { Runner, Settled, Taken } from './runner.js';

/** What arrives and how it is taken; wiring gives it. */
export interface Workplace<Arrival> {
  readonly runner: Runner;
  /** What nobody works on, from now on this process's own; what of it cannot be read is told. */
  unfinished(onBroken: (problem: unknown) => void): Promise<Drop[]>;
  claim(arrival: Arrival): Promise<Drop | null>;
  /** Drops that waited and now wait for nothing, as their number was declared void or their verdict is there; from now on this process's own. */
  ended(): Promise<readonly Drop[]>;
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
/** Acts that are made at once, and claims that wait behind them: enough that neither disk nor threads stand idle, few enough for the memory. */
const IN_HAND = 4;
const CLAIMED_AHEAD = 8;

/**
 * First what a crash left unfinished, in order of claim; then batch by batch what is dropped, a few claimed ahead of those in hand: numbers
 * follow the order of claim. Where others take, too, none is claimed ahead, so that all have work, and what a runner left that
 * is gone is looked for again and again. While watching, a drop that met a fault is tried again with growing pauses; under `once` it
 * stays in the work area for the next run.
 */
export async function work<Arrival>(place: Workplace<Arrival>, { once, log, onStop, idle }: WorkOptions): Promise<Tally> {
  const settled: Record<Settled, number> = { filed: 0, awaiting: 0, receipt: 0, refused: 0, fault: 0 };
  const again = new Map<string, { readonly attempts: number; readonly timer: NodeJS.Timeout }>();
  /** Of those that had waited: two looks may find one. */
  const onTheWay = new Set<string>();
  /** Under `once` what met a fault waits for the next run. */
  const failed = new Set<string>();
  const watch = place.watch(once);
  let isStopped = false;
  let fatal: unknown;
  const stop = (): void => {
    isStopped = true;
    void watch.stop();
  };
  onStop(() => {
    log.info('stopping after the drop in hand');
    stop();
  });

  const fail = (problem: unknown): void => {
    fatal ??= problem;
    stop();
  };
  /** What an end on the way brings on: it must not ask a store that is closed. */
  let ending: Promise<unknown> = Promise.resolve();
  const onEnd = (drop: Drop, taken: Taken): void => {
    const attempts = again.get(drop.claim)?.attempts ?? 0;
    again.delete(drop.claim);
    onTheWay.delete(drop.claim);
    if (taken === 'lost') return;
    if (taken === 'fault' && once) failed.add(drop.claim);
    // No batch follows what is tried again.
    if (taken !== 'fault' && attempts > 0) ending = Promise.all([ending, drops.empty().then(takeEnded)]).catch(fail);
    if (taken !== 'fault' || once) settled[taken] += 1;
    else
      again.set(drop.claim, { attempts: attempts + 1, timer: setTimeout(() => void drops.enter(drop), RETRY_MS[attempts] ?? RETRY_MS[4]) });
  };
  const drops = line({
    runner: place.runner,
    inHand: IN_HAND,
    waiting: place.shared === undefined ? CLAIMED_AHEAD : 0,
    isStopped: () => isStopped,
    onEnd,
    onFatal: fail,
  });

  /** What cannot be claimed stays in the inbox and is offered again; a claim that cannot be read waits for the next start. */
  const unclaimed = (problem: unknown): null => {
    if (problem instanceof Fault && problem.retry === 'never') throw problem;
    if (problem instanceof Fault) log.error(problem.message, { code: problem.code });
    else log.error('unexpected error', { code: 'bug', stack: problem instanceof Error ? problem.stack : String(problem) });
    if (once) settled.fault += 1;
    return null;
  };

  /** What ends a wait may end another's. What fails is not tried again here. */
  const takeEnded = async (): Promise<void> => {
    const tried = new Set(failed);
    while (!isStopped) {
      const ended = (await place.ended().catch(noneEnded)).filter(
        ({ claim }) => !tried.has(claim) && !again.has(claim) && !onTheWay.has(claim),
      );
      if (ended.length === 0 || isStopped) return;
      for (const { claim } of ended) onTheWay.add(claim);
      for (const drop of ended) {
        tried.add(drop.claim);
        await drops.enter(drop);
      }
      await drops.empty();
    }
  };
  const noneEnded = (problem: unknown): readonly Drop[] => {
    unclaimed(problem);
    return [];
  };

  /** The number of drops that nobody else had gone on with. */
  const takeUnfinished = async (): Promise<number> => {
    const unfinished = await place.unfinished(unclaimed);
    if (unfinished.length > 0) log.info('going on with what was left unfinished', { drops: unfinished.length });
    for (const drop of unfinished) await drops.enter(drop);
    await drops.empty();
    await takeEnded();
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
        fail(problem);
      });
  };

  try {
    await takeUnfinished();
    look = place.shared && setInterval(lookAgain, place.shared.lookMs);
    for await (const batch of watch.batches()) {
      for (const arrival of batch) {
        if (isStopped) break;
        const drop = await place.claim(arrival).catch(unclaimed);
        if (drop !== null) await drops.enter(drop);
      }
      await drops.empty();
      await takeEnded();
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
    await drops.empty();
    await ending;
  }
  if (fatal !== undefined) throw fatal;
  settled.fault += again.size;
  return { settled, left: watch.left() };
}
