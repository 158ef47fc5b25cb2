import { Fault, type FaultCode } from '../model/fault.js';
import { type Press, press } from './press.js';

/** What a thread answers: errors lose their class on the way, so a fault goes as its parts. */
export type Answer = { readonly result: unknown } | { readonly fault: { readonly code: FaultCode; readonly message: string } };

export interface Order {
  readonly what: keyof Press;
  readonly args: readonly unknown[];
}

let ours: Press | undefined;

/** Does one order of a press that this thread has to itself; without one it only makes the press ready. */
export async function answer(order: Order | null): Promise<Answer> {
  try {
    ours ??= press();
    if (order === null) return { result: null };
    const work = ours[order.what] as (...args: readonly unknown[]) => Promise<unknown>;
    return { result: await work(...order.args) };
  } catch (problem) {
    if (problem instanceof Fault) return { fault: { code: problem.code, message: problem.message } };
    throw problem;
  }
}
