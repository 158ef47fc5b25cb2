import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Drop } from '../pipeline/model/drop.js';
import type { Log } from '../pipeline/model/ports.js';
import type { Taken } from '../pipeline/runner.js';
import { work } from '../pipeline/working.js';

const DROP = { claim: '1', path: '/claims/1/1.json', name: '1.json', droppedBy: null, receivedAt: '', sha256: '0' } as unknown as Drop;
const LOG: Log = { info() {}, warn() {}, error() {} };

test('work that is stopped waits for what a drop that was tried again brings on', async () => {
  const outcomes: Taken[] = ['fault', 'filed'];
  let looks = 0;
  let isLooking = false;
  let stop = (): void => {};
  let end = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    end = resolve;
  });
  const tally = await work<string>(
    {
      runner: {
        expect() {},
        isAlone: () => false,
        take: () => ({ numbered: Promise.resolve(), settled: Promise.resolve(outcomes.shift() ?? 'filed') }),
      },
      unfinished: async () => [],
      claim: async () => DROP,
      async ended() {
        looks += 1;
        // The first look is the start's, the second the batch's, the third follows the drop that was tried again.
        if (looks < 3) return [];
        isLooking = true;
        stop();
        await pause(100);
        isLooking = false;
        return [DROP];
      },
      watch: () => ({
        async *batches() {
          yield ['1'];
          await stopped;
        },
        left: () => [],
        stop: async () => end(),
      }),
    },
    {
      once: false,
      log: LOG,
      onStop: (given) => {
        stop = given;
      },
    },
  );
  expect(looks).toBe(3);
  expect(isLooking).toBe(false);
  expect(tally.settled).toMatchObject({ filed: 1, fault: 0 });
});
