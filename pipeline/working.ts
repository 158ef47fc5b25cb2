import type { Drop } from './model/draft.js';
import { Fault } from './model/fault.js';
import type { Log } from './model/ports.js';
import type { Runner, Settled } from './runner.js';

/** What arrives and how it is taken; wiring gives it. */
export interface Workplace<Arrival> {
  readonly runner: Runner;
  unfinished(): Promise<Drop[]>;
  claim(arrival: Arrival): Promise<Drop | null>;
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
 * taken, so numbers follow the order of claim. While watching, a drop that met a fault is tried again with growing pauses; under `once` it
 * stays in the work area for the next run.
 */
export async function work<Arrival>(place: Workplace<Arrival>, { once, log, onStop, idle }: WorkOptions): Promise<Tally> {
  const settled: Record<Settled, number> = { filed: 0, receipt: 0, refused: 0, fault: 0 };
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
    if (!(problem instanceof Fault) || problem.retry === 'never') throw problem;
    log.error(problem.message, { code: problem.code });
    if (once) settled.fault += 1;
    return null;
  };

  const unfinished = await place.unfinished();
  if (unfinished.length > 0) log.info('going on with what was left unfinished', { drops: unfinished.length });
  await take(unfinished);
  for await (const batch of watch.batches()) {
    const claimed: Drop[] = [];
    for (const arrival of batch) {
      const drop = await place.claim(arrival).catch(unclaimed);
      if (drop !== null) claimed.push(drop);
    }
    await take(claimed);
    await idle?.();
  }
  for (const { timer } of again.values()) clearTimeout(timer);
  await watch.stop();
  if (fatal !== undefined) throw fatal;
  settled.fault += again.size;
  return { settled, left: watch.left() };
}
