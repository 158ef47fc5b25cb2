import type { Leases, Log } from '../model/ports.js';

/** After a beat that failed. */
const SOON_MS = 1000;

/** Says again and again that this runner lives, until it is stopped. Where it cannot, others take its work over, and it goes on when it can. */
export function heartbeat(leases: Leases | undefined, log: Log): { stop(): void } {
  if (leases === undefined) return { stop: () => undefined };
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let isHeard = true;
  /** One at a time: beats that hang for a network that is cut must not take all connections. */
  const beat = async (): Promise<void> => {
    try {
      await leases.renew();
      isHeard = true;
    } catch (problem) {
      if (isHeard) log.warn('cannot say that this runner lives', { cause: String(problem) });
      isHeard = false;
    }
    if (!isStopped) timer = setTimeout(() => void beat(), isHeard ? leases.renewEveryMs : SOON_MS).unref();
  };
  void beat();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
