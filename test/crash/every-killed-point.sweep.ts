import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CrashOffice, crashOffice } from './crash-office.js';
import { DECIDING, MIXED, RETURNING } from './crash-plans.js';
import { DESTROYING } from './destruction-plan.js';
import { MEETING } from './meeting-plan.js';
import { sweep } from './sweeping.js';
import { type Undisturbed, undisturbed } from './trying.js';

const DAY_MS = 86_400_000;
/** CRASH_SHARE=5 tries every fifth point; CRASH_SEED says which. */
const share = Number(process.env['CRASH_SHARE'] ?? 1);
const seed = Number(process.env['CRASH_SEED'] ?? 0);

describe.each([
  ['files arrive', MIXED],
  ['signatures come back', RETURNING],
  ['contracts are decided', DECIDING],
  ['cases are destroyed', DESTROYING],
  ['a meeting decides', MEETING],
] as const)('at every point where a run can be struck while %s, what must hold holds', (_, plan) => {
  let base: CrashOffice;
  let expected: Undisturbed;

  beforeAll(async () => {
    base = await crashOffice(plan);
    expected = await undisturbed(base, 'child');
  });
  afterAll(() => base.end());

  test.each(['killed', 'killed after', 'torn'] as const)(
    '%s',
    async (set) => {
      const { tried, missed, failed } = await sweep(base, expected, set, { share, seed });
      expect(failed).toEqual([]);
      expect(missed, 'points not reached').toBeLessThanOrEqual(Math.max(3, tried / 20));
    },
    DAY_MS,
  );
});
