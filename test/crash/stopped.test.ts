import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVERS } from '../store/scratch-store.js';
import { type CrashOffice, crashOffice } from './crash-office.js';
import { MIXED } from './crash-plans.js';
import { trySleep } from './stopping.js';

/** For machines that are busy with something else. */
const LONG_MS = 300_000;

// Without a server vitest would call the file broken, for it holds no test then; what was not run is said at the end of every run.
test.skipIf(SERVERS.length > 0)('needs a database on a server', ({ skip }) => skip());

describe.each(SERVERS)(
  'a runner that fell asleep at its work, on $name: when it wakes, others have done it, and it changes nothing any more',
  (server) => {
    let base: CrashOffice;
    beforeAll(async () => {
      base = await crashOffice(MIXED);
    });
    afterAll(() => base.end());

    test.each([
      ['before a file is its own', '/inbox/', 2],
      ['before the number is noted', '.registered.json.new -> ', 1],
      ['before the record is on the disk, within the transaction', '/record.json', 3],
      ['before the act comes into the archive', '/archive/2021/decision/28', 1],
      ['before the act comes back to its clerk', '/outbox/decision', 1],
      ['before a refused file comes into its tray', '/refused/', 2],
      ['before lines come into the journal of the year', '.jsonl', 1],
    ])(
      '%s',
      async (_, only, at) => {
        const { before, faults } = await trySleep(base, server, { at, only });
        expect(before).toBeDefined();
        expect(faults).toEqual([]);
      },
      LONG_MS,
    );
  },
);
