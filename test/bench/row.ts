/** What a figure has to keep to. */
export type Bar = { readonly atMost: number } | { readonly atLeast: number };

export type Unit = 'ms' | 's' | 'a second' | '×' | 'MB' | 'MB/s';

/** One thing measured, with what each run gave; no value at all where this system cannot tell. */
export interface Figure {
  readonly what: string;
  readonly unit: Unit;
  readonly values: readonly number[];
  readonly bar?: Bar;
}

export interface Measured {
  readonly figures: readonly Figure[];
  /** What a reader of the figures must know. */
  readonly notes?: readonly string[];
}

/** One row of the table: what design asks of, and how it is measured. */
export interface Row {
  /** As it is chosen on the command line. */
  readonly name: string;
  readonly title: string;
  /** Rejects if it could not be measured, or if what was measured did not do its work. */
  measure(bench: Bench): Promise<Measured>;
}

/** An office whose archive was filled by the program under test. */
export interface FilledOffice {
  readonly root: string;
  readonly acts: number;
}

/** What rows are given. */
export interface Bench {
  /** How often each row is measured; a figure has a value of each run. */
  readonly runs: number;
  /** The full count, or the small one where the bench is only tried. */
  count(full: number, small: number): number;
  readonly withLibreOffice: boolean;
  /** A new folder on the disk that is measured; removed in the end. */
  folder(name: string): Promise<string>;
  /** The office of two-page decisions that an earlier row left, or one made now. */
  filledOffice(make: () => Promise<FilledOffice>): Promise<FilledOffice>;
  /** Tells the person who waits what is going on. */
  say(what: string): void;
}

/** Runs something as often as the bench asks; gives what each run gave, in order. */
export async function eachRun<T>(bench: Bench, what: string, run: (number: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let number = 1; number <= bench.runs; number += 1) {
    bench.say(`${what}: run ${number} of ${bench.runs}`);
    results.push(await run(number));
  }
  return results;
}
