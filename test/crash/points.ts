import type { CountedCall } from './injected.js';
import type { Point } from './trying.js';

/** The points of a run, by what is done there. */
export const POINTS = {
  /** Killed before every change, on disk or in the database. */
  killed: (calls: readonly CountedCall[]) => changes(calls).map(({ change }) => kill('kill-before', change)),
  /** Killed right after what shows most: a rename, a commit. */
  'killed after': (calls: readonly CountedCall[]) =>
    changes(calls)
      .filter(({ name, on }) => name === 'rename' || (name === 'sql' && /^COMMIT/i.test(on)))
      .map(({ change }) => kill('kill-after', change)),
  /** Killed in the middle of every write. */
  torn: (calls: readonly CountedCall[]) =>
    changes(calls)
      .filter(({ name }) => /write|append|copy/i.test(name))
      .map(({ change }) => kill('tear', change)),
  /** Every call fails once, in every way that fits it. */
  failed: (calls: readonly CountedCall[]) => calls.flatMap((call) => codesOf(call).map((code) => fail('fail', call.call, 1, code))),
  /** Every change is made, and reported as failed: as when the answer of a network drive is lost. */
  'failed after': (calls: readonly CountedCall[]) =>
    changes(calls).map((call) => fail('fail-after', call.call, 1, call.name === 'sql' ? 'SQLITE_IOERR' : 'EIO')),
  /** From a change on, the disk is full until the next run. */
  'full disk': (calls: readonly CountedCall[]) => changes(calls).map(({ change }) => fail('fail', change, 1_000_000, 'ENOSPC')),
  /** As `failed`, in a process that watches and must not end. */
  watching: (calls: readonly CountedCall[]) =>
    calls.map(
      (call, index): Point => ({ ...fail('fail', call.call, 1, codesOf(call)[index % codesOf(call).length] ?? 'EIO'), mode: 'watch' }),
    ),
} as const satisfies Record<string, (calls: readonly CountedCall[]) => Point[]>;

export type PointSet = keyof typeof POINTS;

/** Golden ratio: steps of it fall everywhere in a range, and ever between those before. */
const STEP = 0.618_033_988_749_895;

/** Every `share`-th of the points, the first one chosen by the seed: small shares of many seeds make the whole. Early ones and late ones by turns. */
export function sampled(points: readonly Point[], share: number, seed: number): Point[] {
  const chosen = points.filter((_, index) => index % share === seed % share);
  return chosen
    .map((point, index) => ({ point, place: (index * STEP) % 1 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ point }) => point);
}

function changes(calls: readonly CountedCall[]): CountedCall[] {
  return calls.filter(({ change }) => change > 0);
}

function kill(blow: Point['blow'], at: number): Point {
  return { blow, at, times: 1, code: '', mode: 'child' };
}

function fail(blow: Point['blow'], at: number, times: number, code: string): Point {
  return { blow, at, times, code, mode: 'once' };
}

function codesOf({ name, change }: CountedCall): readonly string[] {
  if (name === 'sql') return change > 0 ? ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_BUSY'] : ['SQLITE_IOERR', 'SQLITE_BUSY'];
  return change > 0 ? ['ENOSPC', 'EIO', 'EACCES', 'EMFILE'] : ['EIO', 'EACCES', 'EMFILE'];
}
