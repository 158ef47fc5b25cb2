import type { Finding } from './finding.js';

export type NonEmpty<T> = readonly [T, ...T[]];

/** What a stage gives: a value with its warnings, or the findings that refuse it. Faults are thrown, never returned. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Finding[] }
  | { readonly ok: false; readonly findings: NonEmpty<Finding> };

export const accepted = <T>(value: T, warnings: readonly Finding[] = []): Outcome<T> => ({ ok: true, value, warnings });

export const refused = <T>(findings: NonEmpty<Finding>): Outcome<T> => ({ ok: false, findings });

/** Nothing is wrong and nothing is done: what has been reached is kept, and the way goes on when what it waits for arrives, be it in days. */
export interface Waiting {
  readonly ok: false;
  readonly waitsFor: 'signature' | 'verdict';
}

/** One step of the flow; what it takes is what the step before it proved. Only a stage that says so by `Pause` may wait. */
export interface Stage<In, Out, Pause extends Waiting = never> {
  readonly name: string;
  run(input: In): Promise<Outcome<Out> | Pause>;
}
