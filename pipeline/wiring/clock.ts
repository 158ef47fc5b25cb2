import type { Clock } from '../model/ports.js';

/** The machine's clock: the only place that reads it. */
export const systemClock: Clock = { now: () => new Date() };
