import { Piscina } from 'piscina';
import { Fault } from '../model/fault.js';
import type { Press, PrintedPages } from './press.js';
import type { Answer, Order } from './press-thread.js';

/** A press whose work is done in threads of its own, so that this one goes on meanwhile. */
export interface PressThreads extends Press {
  /** Each thread has read what it needs. Fault `font-missing`. */
  ready(): Promise<void>;
  /** Ends the threads; what they have in hand is lost. */
  close(): Promise<void>;
}

/**
 * Megabytes. Far more than the longest document that is let in needs; but with a bound below 2 GB the collector lets less lie about before it clears,
 * which is a third of the process.
 */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 2000 } as const;

/** Starts `count` threads; `program` is the compiled `press-thread.js`. */
export function pressThreads(program: string, count: number): PressThreads {
  const pool = new Piscina({
    filename: program,
    minThreads: count,
    maxThreads: count,
    recordTiming: false,
    resourceLimits: LIMITS,
  });
  const ask = async <T>(order: Order | null): Promise<T> => {
    const answer = (await pool.run(order, { name: 'answer' })) as Answer;
    if ('fault' in answer) throw new Fault(answer.fault.code, answer.fault.message);
    return answer.result as T;
  };
  return {
    ready: async () => void (await Promise.all(Array.from({ length: count }, () => ask(null)))),
    measure: (view) => ask({ what: 'measure', args: [view] }),
    async pages(view) {
      const pages = await ask<PrintedPages>({ what: 'pages', args: [view] });
      return { ...pages, bytes: asBuffer(pages.bytes) };
    },
    async copies(view, marks) {
      const copies = await ask<readonly PrintedPages[]>({ what: 'copies', args: [view, marks] });
      return copies.map((copy) => ({ ...copy, bytes: asBuffer(copy.bytes) }));
    },
    word: async (template, view) => asBuffer(await ask({ what: 'word', args: [template, view] })),
    paint: async (stamp) => asBuffer(await ask({ what: 'paint', args: [stamp] })),
    close: () => pool.destroy(),
  };
}

/** Between threads a buffer becomes a plain array of bytes. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
