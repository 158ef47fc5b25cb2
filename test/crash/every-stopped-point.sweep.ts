import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVERS } from '../store/scratch-store.js';
import { type CrashOffice, crashOffice } from './crash-office.js';
import { MIXED } from './crash-plans.js';
import { changesOf, type Slept, trySleep } from './stopping.js';
import { report } from './sweeping.js';

const DAY_MS = 86_400_000;
const share = Number(process.env['CRASH_SHARE'] ?? 1);
const seed = Number(process.env['CRASH_SEED'] ?? 0);
/** Only these: `CRASH_POINTS=94,121`. */
const points = process.env['CRASH_POINTS']?.split(',').map(Number);
const [server] = SERVERS;

describe.skipIf(server === undefined)('a runner that sleeps before any of its changes, on PostgreSQL (REGESTA_TEST_POSTGRES)', () => {
  let base: CrashOffice;
  beforeAll(async () => {
    base = await crashOffice(MIXED);
  });
  afterAll(() => base.end());

  test(
    'changes nothing when it wakes after another has taken its work over',
    async () => {
      if (server === undefined) return;
      const failed: Slept[] = [];
      let tried = 0;
      const last = points === undefined ? await changesOf(base, server) : 0;
      const every = Array.from({ length: last }, (_, n) => n + 1).filter((at) => at % share === seed % share);
      for (const at of points ?? every) {
        const slept = await trySleep(base, server, { at });
        tried += 1;
        if (slept.faults.length === 0) continue;
        failed.push(slept);
        report(`asleep ${JSON.stringify(slept, null, 1)}`);
      }
      report(`asleep: ${tried} points tried, ${failed.length} failed`);
      expect(failed).toEqual([]);
    },
    DAY_MS,
  );
});
