import { parentPort, workerData } from 'node:worker_threads';
import { type Measured, measure } from './measure.js';

/** What the thread is begun with, and what it says before it ends. */
export type Order = Uint8Array;
export type Answer = Measured;

const { buffer, byteOffset, byteLength } = workerData as Order;
parentPort?.postMessage((await measure(Buffer.from(buffer, byteOffset, byteLength))) satisfies Answer);
