import type { Finding } from './finding.js';
import type { RegisterRow } from './register-row.js';

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

/** Nothing is wrong and nothing is to be done: an act on record says what this draft says, and has the number. */
export interface Repeating {
  readonly ok: false;
  readonly repeats: RegisterRow;
}

/** Where the way of a drop may rest or end without an act and without a refusal. */
export type Resting = Waiting | Repeating;

/** One step of the flow; what it takes is what the step before it proved. Only a stage that says so by `Pause` may wait, or end the way. */
export interface Stage<In, Out, Pause extends Resting = never> {
  readonly name: string;
  run(input: In): Promise<Outcome<Out> | Pause>;
}
