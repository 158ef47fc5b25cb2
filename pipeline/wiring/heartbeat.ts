import type { Leases, Log } from '../model/ports.js';

/** Says again and again that this runner lives, until it is stopped. Where it cannot, others take its work over, and it goes on when it can. */
export function heartbeat(leases: Leases | undefined, log: Log): { stop(): void } {
  if (leases === undefined) return { stop: () => undefined };
  const beat = (): void => {
    leases.renew().catch((problem: unknown) => log.warn('cannot say that this runner lives', { cause: String(problem) }));
  };
  beat();
  const timer = setInterval(beat, leases.renewEveryMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
