import { performance } from 'node:perf_hooks';

/** Times of `work` on each of the inputs, ms, one after another; the first `warmUp` are not counted. */
export async function timesOf<Input>(
  inputs: readonly Input[],
  warmUp: number,
  work: (input: Input) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (const [index, input] of inputs.entries()) {
    const begun = performance.now();
    await work(input);
    if (index >= warmUp) times.push(performance.now() - begun);
  }
  return times;
}
