import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CrashOffice, crashOffice } from './crash-office.js';
import type { CountedCall } from './injected.js';
import { sweep } from './sweeping.js';
import { type Undisturbed, undisturbed } from './trying.js';

/** For machines that are busy with something else. */
const LONG_MS = 600_000;
/** A few points of each set, other ones by CRASH_SEED; `npm run crash` tries every one. */
const seed = Number(process.env['CRASH_SEED'] ?? 7);

describe('struck at a point and started again, a run gives what it gives undisturbed, and at no instant is anything lost or half-made', () => {
  let base: CrashOffice;
  let inChild: Undisturbed;
  let here: Undisturbed;

  beforeAll(async () => {
    base = await crashOffice();
    inChild = await undisturbed(base, 'child');
    here = await undisturbed(base, 'once');
  });
  afterAll(() => base.end());

  test.each([
    ['killed', 6],
    ['killed after', 2],
    ['torn', 2],
  ] as const)(
    'N3: %s',
    async (set, points) => {
      expect((await sweep(base, inChild, set, { points, seed })).failed).toEqual([]);
    },
    LONG_MS,
  );

  test.each([
    ['failed', 14],
    ['failed after', 5],
    ['full disk', 4],
    ['watching', 3],
  ] as const)(
    'N1, N5: %s',
    async (set, points) => {
      expect((await sweep(base, here, set, { points, seed })).failed).toEqual([]);
    },
    LONG_MS,
  );

  test('what is shown to people, and what is filed, was on the disk before', () => {
    expect(here.calls.filter(({ name, on }) => name === 'rename' && !/-> .*\.work/.test(on)).length).toBeGreaterThan(6);
    expect(shownTooSoon(here.calls)).toEqual([]);
  });
});

/** Files that stood in a tray or in the archive before their bytes were synced: a power cut would leave them empty there. */
function shownTooSoon(calls: readonly CountedCall[]): string[] {
  const unsynced = new Set<string>();
  const found: string[] = [];
  for (const { name, on } of calls) {
    const [path = '', target = ''] = on.split(' -> ');
    if (name === 'handle.sync') unsynced.delete(path);
    else if (name === 'copyFile') unsynced.add(target);
    else if (/^handle\.(?:write|append)/.test(name)) unsynced.add(path);
    else if (name === 'rename') {
      for (const file of [...unsynced].filter((one) => one === path || one.startsWith(`${path}/`))) {
        unsynced.delete(file);
        if (target.includes('/.work/')) unsynced.add(target + file.slice(path.length));
        else found.push(`${basename(file)} of ${target}`);
      }
    }
  }
  return found;
}
