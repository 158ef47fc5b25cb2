import type { Finding } from './finding.js';

export type NonEmpty<T> = readonly [T, ...T[]];

/** What a stage gives: a value with its warnings, or the findings that refuse it. Faults are thrown, never returned. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Finding[] }
  | { readonly ok: false; readonly findings: NonEmpty<Finding> };

export const accepted = <T>(value: T, warnings: readonly Finding[] = []): Outcome<T> => ({ ok: true, value, warnings });

export const refused = <T>(findings: NonEmpty<Finding>): Outcome<T> => ({ ok: false, findings });

/** One step of the flow; what it takes is what the step before it proved. */
export interface Stage<In, Out> {
  readonly name: string;
  run(input: In): Promise<Outcome<Out>>;
}
