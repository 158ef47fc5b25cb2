import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesIn } from '../scenarios/temp-office.js';
import { type CrashOffice, crashOffice } from './crash-office.js';
import { MIXED, RETURNING } from './crash-plans.js';
import { CHANGES, type CountedCall, READS } from './injected.js';
import { sweep } from './sweeping.js';
import { unsynced } from './synced.js';
import { tryPoint, type Undisturbed, undisturbed } from './trying.js';

/** For machines that are busy with something else. */
const LONG_MS = 600_000;
/** A few points of each set, other ones by CRASH_SEED; `npm run crash` tries every one. */
const seed = Number(process.env['CRASH_SEED'] ?? 7);

describe.each([
  { while: 'files arrive', plan: MIXED, killed: [4, 1, 1], failed: [8, 3, 2, 2] },
  { while: 'signatures come back', plan: RETURNING, killed: [1, 1, 1], failed: [4, 2, 1, 1] },
] as const)('struck at a point while $while and started again, a run gives what it gives undisturbed', ({ plan, killed, failed }) => {
  let base: CrashOffice;
  let inChild: Undisturbed;
  let here: Undisturbed;

  beforeAll(async () => {
    base = await crashOffice(plan);
    inChild = await undisturbed(base, 'child');
    here = await undisturbed(base, 'once');
  });
  afterAll(() => base.end());

  test.each((['killed', 'killed after', 'torn'] as const).map((set, index) => [set, killed[index] ?? 1] as const))(
    'N3: %s',
    async (set, points) => {
      expect((await sweep(base, inChild, set, { points, seed })).failed).toEqual([]);
    },
    LONG_MS,
  );

  test.each((['failed', 'failed after', 'full disk', 'watching'] as const).map((set, index) => [set, failed[index] ?? 1] as const))(
    'N1, N5: %s',
    async (set, points) => {
      expect((await sweep(base, here, set, { points, seed })).failed).toEqual([]);
    },
    LONG_MS,
  );

  test('nothing is left in the work area but what waits there', () => {
    const waiting = here.state.acts.filter(({ state }) => state !== 'filed').length;
    expect(here.state.work.filter((path) => /^claims\/claim\/[^.]/.test(path))).toHaveLength(waiting);
    expect(here.state.work.filter((path) => !/^(?:claims|signing)\/claim\//.test(path))).toEqual([]);
    if (waiting === 0) expect(here.state.work).toEqual([]);
  });

  test('what a run relies on was on the disk before: bytes, and names in folders', () => {
    expect(unsynced(here.calls, here.office, base.folders)).toEqual([]);
    // That it can be seen: with one of these syncs less, something is missed.
    const syncs = here.calls.filter(({ name, on }) => name === 'handle.sync' && RELIED_ON.test(on));
    expect(syncs.length).toBeGreaterThan(4);
    const without = (sync: CountedCall) => here.calls.filter((call) => call !== sync);
    for (const sync of syncs) expect(unsynced(without(sync), here.office, base.folders), sync.on).not.toEqual([]);
  });

  test.runIf(plan === RETURNING)(
    'an act that was laid out to be signed when the process was killed stands in the register as waiting',
    async () => {
      const shown = inChild.calls.find(({ name, on }) => name === 'rename' && on.endsWith('/to-sign/decision-2021-29.pdf'));
      const point = { blow: 'kill-after', at: shown?.change ?? 0, times: 1, code: '', mode: 'child' } as const;
      expect(await tryPoint(base, inChild, point)).toMatchObject({ struck: { name: 'rename' }, faults: [] });
    },
    LONG_MS,
  );

  test.runIf(plan === RETURNING).each(['/outbox/decision-2021-27', '/.work/signing-building r'])(
    'while it watches, an act whose signature came back and then failed once at %s comes to its end at the next attempt',
    async (only) => {
      const point = { blow: 'fail', at: 1, times: 1, code: 'EIO', mode: 'watch', only } as const;
      expect(await tryPoint(base, here, point)).toMatchObject({ struck: { struck: true }, faults: [] });
    },
    LONG_MS,
  );
});

/** Some of what must be synced, for each is synced once. */
const RELIED_ON = /(?:filing\/[^/]+\/act\.pdf|given\.pdf|archive\/2021\/decision|receipts|\.claim\.json)$/;

describe('the calls that can be struck', () => {
  /** Names that the sources import from a module, types left out. */
  const imported = async (module: string): Promise<string[]> => {
    const names = new Set<string>();
    for (const path of (await filesIn('pipeline')).filter((name) => name.endsWith('.ts'))) {
      const text = readFileSync(join('pipeline', path), 'utf8');
      for (const [, list = ''] of text.matchAll(new RegExp(`^import \\{([^}]*)\\} from '${module}';`, 'gm')))
        for (const name of list.split(',').map((one) => one.trim())) if (!name.startsWith('type ') && name !== '') names.add(name);
    }
    return [...names].sort();
  };

  test('are all that the program makes on files', async () => {
    const calls = (await imported('node:fs/promises')).filter((name) => name !== 'constants');
    expect(calls.length).toBeGreaterThan(15);
    expect(calls.filter((name) => name !== 'open' && !CHANGES.has(name) && !READS.has(name))).toEqual([]);
    // What is read of the package and of the machine, and by `verify`, which changes nothing.
    expect(await imported('node:fs')).toEqual(['constants', 'createReadStream', 'existsSync', 'readFileSync', 'readlinkSync']);
  });
});
