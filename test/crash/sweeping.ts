import { appendFileSync } from 'node:fs';
import type { CrashOffice } from './crash-office.js';
import { POINTS, type PointSet, sampled } from './points.js';
import { type Tried, tryPoint, type Undisturbed } from './trying.js';

/** What came of a set of points. */
export interface Swept {
  readonly tried: number;
  /** Points that the run ended before. */
  readonly missed: number;
  readonly failed: readonly Tried[];
}

/** Tries the points of a set: every `share`-th, or as many as `points` spread over all; what fails is reported at once. */
export async function sweep(
  base: CrashOffice,
  expected: Undisturbed,
  set: PointSet,
  choice: { readonly seed: number } & ({ readonly share: number } | { readonly points: number }),
): Promise<Swept> {
  const tried: Tried[] = [];
  const begun = performance.now();
  const all = POINTS[set](expected.calls);
  for (const point of sampled(all, 'share' in choice ? choice.share : Math.ceil(all.length / choice.points), choice.seed)) {
    const result = await tryPoint(base, expected, point);
    tried.push(result);
    if (result.faults.length > 0) report(`${set} ${JSON.stringify(result, null, 1)}`);
  }
  const failed = tried.filter(({ faults }) => faults.length > 0);
  const missed = tried.filter(({ struck }) => struck === undefined).length;
  const seconds = Math.round((performance.now() - begun) / 1000);
  report(`${set}: ${tried.length} points tried in ${seconds} s, ${missed} not reached, ${failed.length} failed`);
  return { tried: tried.length, missed, failed };
}

/** At once, for the whole takes long: to the terminal, and to the file that CRASH_REPORT names. */
export function report(text: string): void {
  process.stdout.write(`${text}\n`);
  const file = process.env['CRASH_REPORT'];
  if (file !== undefined) appendFileSync(file, `${text}\n`);
}
