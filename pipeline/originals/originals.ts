import { Worker } from 'node:worker_threads';
import type { JudgeSignatures, MeasuredOriginal, MeasureOriginal } from '../model/original.js';
import { type Measured, measure } from './measure.js';
import type { Answer, Order } from './measure-thread.js';
import type { Measures } from './measures.js';

/** Signatures are judged by `signatures`, for verifying is another part's craft. */
export interface MeasuringParts {
  readonly signatures: JudgeSignatures;
  /**
   * Files are measured in a thread of their own, and one that takes too long or too much memory is `excessive`; without it they are measured here, where a
   * hostile one may do harm.
   */
  readonly thread?: MeasuringThread | undefined;
}

export interface MeasuringThread {
  /** The compiled `measure-thread.js`. */
  readonly program: string;
  readonly bounds?: MeasuringBounds;
}

/** What one file may take. */
export interface MeasuringBounds {
  readonly milliseconds: number;
  /** By which the process may grow meanwhile: buffers are no part of a thread's heap, and only the whole process tells how much they take. */
  readonly bytes: number;
}

/** Measures papers of contracts. */
export function measuring({ signatures, thread }: MeasuringParts): MeasureOriginal {
  return async ({ name, bytes }) => {
    const { format, outcome } = thread === undefined ? await measure(bytes) : await measuredApart(thread, bytes);
    const head = { file: name, format };
    if (typeof outcome === 'string') return { ...head, unreadable: outcome, ...NOTHING, signatures: [] };
    return { ...head, unreadable: null, ...outcome, signatures: format === 'pdf' ? await signatures(bytes) : [] };
  };
}

const NOTHING: Measures & Pick<MeasuredOriginal, 'signatures'> = {
  sheets: [],
  unnumbered: [],
  coloured: [],
  corrections: [],
  scanned: [],
  text: '',
  signatures: [],
};

/** A contract takes a second and some tens of megabytes. */
const BOUNDS: MeasuringBounds = { milliseconds: 30_000, bytes: 768 * 1024 ** 2 };
const HEAP_MB = 512;
const LOOK_MS = 50;

async function measuredApart({ program, bounds = BOUNDS }: MeasuringThread, bytes: Buffer): Promise<Measured> {
  const order: Order = new Uint8Array(bytes);
  const worker = new Worker(program, {
    workerData: order,
    transferList: [order.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    stdout: true,
    stderr: true,
  });
  const excessive: Measured = { format: null, outcome: 'excessive' };
  const before = process.memoryUsage.rss();
  let watch: NodeJS.Timeout | undefined;
  let limit: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Measured>((resolve, reject) => {
      worker.once('message', (answer: Answer) => resolve(answer));
      worker.once('error', (problem) => (isOutOfMemory(problem) ? resolve(excessive) : reject(problem)));
      worker.once('exit', () => reject(new Error('The thread that measures papers ended without an answer')));
      watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > bounds.bytes) resolve(excessive);
      }, LOOK_MS);
      limit = setTimeout(() => resolve(excessive), bounds.milliseconds);
    });
  } finally {
    clearInterval(watch);
    clearTimeout(limit);
    await worker.terminate();
  }
}

const isOutOfMemory = (problem: unknown): boolean =>
  problem instanceof Error && 'code' in problem && problem.code === 'ERR_WORKER_OUT_OF_MEMORY';
