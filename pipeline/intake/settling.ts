import { type Arrival, placeKey, type SeenArrival } from './inbox-scan.js';

export interface SettlingRules {
  /** Milliseconds without a change after which a file counts as settled. */
  readonly settleMs: number;
  /** Milliseconds without a change that a file is given which breaks off. */
  readonly brokenMs: number;
  /** Milliseconds after which a file offered and not claimed is offered again. */
  readonly offerAgainMs: number;
  /** False for a file that merely breaks off, so that more of it may still come. */
  isWhole(arrival: Arrival): Promise<boolean>;
}

export interface Look {
  /** Settled now, in the order seen. */
  readonly ready: readonly SeenArrival[];
  /** Seen and not ready. */
  readonly waiting: readonly Waiting[];
}

export interface Waiting {
  readonly arrival: SeenArrival;
  /** Milliseconds of the clock when it will be worth another look. */
  readonly dueAt: number;
  /** When it was first seen. */
  readonly seenAt: number;
  /** True for one that was offered and is still there. */
  readonly isUnclaimed: boolean;
}

interface Watched {
  fingerprint: string;
  /** Since when nothing has changed. */
  since: number;
  readonly seenAt: number;
  isWhole: boolean | null;
  offeredAt: number | null;
}

/** Tells which files have stopped growing: size and time unchanged for `settleMs`, and not broken off, or `brokenMs` past. */
export function settling(rules: SettlingRules): { look(seen: readonly SeenArrival[], now: number): Promise<Look> } {
  const watched = new Map<string, Watched>();

  const judge = async (arrival: SeenArrival, own: Watched, now: number): Promise<number> => {
    const settledAt = own.since + rules.settleMs;
    if (now < settledAt) return settledAt;
    if (own.offeredAt !== null) return own.offeredAt + rules.offerAgainMs;
    if (arrival.form === 'file') own.isWhole ??= await rules.isWhole(arrival);
    return own.isWhole === false ? own.since + rules.brokenMs : settledAt;
  };

  return {
    async look(seen, now) {
      const keys = new Set(seen.map(placeKey));
      for (const key of watched.keys()) if (!keys.has(key)) watched.delete(key);
      const ready: SeenArrival[] = [];
      const waiting: Waiting[] = [];
      for (const arrival of seen) {
        const key = placeKey(arrival);
        const own = watched.get(key) ?? { fingerprint: '', since: now, seenAt: now, isWhole: null, offeredAt: null };
        watched.set(key, own);
        // A clock set back must not make a file wait for the time it was ahead.
        if (own.fingerprint !== arrival.fingerprint || own.since > now) {
          Object.assign(own, { fingerprint: arrival.fingerprint, since: now, isWhole: null, offeredAt: null });
        }
        const dueAt = await judge(arrival, own, now);
        if (now < dueAt) waiting.push({ arrival, dueAt, seenAt: own.seenAt, isUnclaimed: own.offeredAt !== null });
        else {
          own.offeredAt = now;
          ready.push(arrival);
        }
      }
      return { ready, waiting };
    },
  };
}
