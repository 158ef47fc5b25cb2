import type { Drop } from './model/drop.js';
import type { Runner, Taken } from './runner.js';

/** Drops on their way through one process. */
export interface Line {
  /** Lets a drop in; returns when another may come. */
  enter(drop: Drop): Promise<void>;
  /** Returns when everything that entered has come to its end. */
  empty(): Promise<void>;
}

export interface LineParts {
  readonly runner: Runner;
  /** How many drops may be between their number and their end at once. */
  readonly inHand: number;
  /** How many more may wait for their turn. */
  readonly waiting: number;
  /** From then on what waits is not begun. */
  isStopped(): boolean;
  onEnd(drop: Drop, taken: Taken): void;
  /** Going on would endanger the record. */
  onFatal(problem: unknown): void;
}

/**
 * Numbers follow the order in which drops enter: one is judged and numbered after the other, and what is made of them then is made beside each
 * other. The same bytes never are in hand twice, and a drop that concerns another's act is in hand alone.
 */
export function line({ runner, inHand, waiting: most, isStopped, onEnd, onFatal }: LineParts): Line {
  const waiting: Drop[] = [];
  const atTheDoor: (() => void)[] = [];
  const making = new Map<Drop, Promise<void>>();
  let admitting: Promise<void> | undefined;

  const admit = async (drop: Drop): Promise<void> => {
    const isAlone = runner.isAlone(drop);
    while (making.size >= (isAlone ? 1 : inHand)) await Promise.race(making.values());
    for (const [other, end] of making) if (other.sha256 === drop.sha256) await end;
    if (isStopped()) return;
    const { numbered, settled } = runner.take(drop);
    const end = settled
      .then((taken) => onEnd(drop, taken), onFatal)
      .finally(() => {
        making.delete(drop);
      });
    making.set(drop, end);
    await (isAlone ? end : numbered);
  };
  const admitAll = async (): Promise<void> => {
    for (let drop = waiting.shift(); drop !== undefined; drop = waiting.shift()) {
      atTheDoor.shift()?.();
      const [next] = waiting;
      if (next !== undefined) runner.expect(next);
      await admit(drop);
    }
    admitting = undefined;
  };

  return {
    async enter(drop) {
      waiting.push(drop);
      admitting ??= admitAll();
      if (waiting.length <= most) return;
      await new Promise<void>((resolve) => {
        atTheDoor.push(resolve);
      });
    },
    async empty() {
      while (admitting !== undefined || making.size > 0) await Promise.all([admitting, ...making.values()]);
    },
  };
}
