import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sha256 } from '../../pipeline/model/digest.js';
import { filesIn, plainDraft, registerOf, tempOffice } from '../scenarios/temp-office.js';
import { breaches, leftInWork, problemsOf } from './office-state.js';

const HOW_MANY = 1000;
const KILLS = 20;
const HOUR_MS = 3_600_000;
/** The office opens in the middle of 2021. */
const FIRST = 27;

test(
  `a thousand decisions, the process killed at ${KILLS} random instants: numbers without gap or repeat, every draft filed once, the archive verified`,
  async () => {
    const office = await tempOffice();
    const drops = new Map<string, Buffer>();
    for (let n = 1; n <= HOW_MANY; n += 1) {
      const draft = Buffer.from(
        await plainDraft({ id: `crash-${n}`, title: `Про підготовку закладу освіти № ${n} до нового навчального року` }),
      );
      drops.set(`${n}.json`, draft);
      await writeFile(join(office, 'inbox', `${n}.json`), draft);
    }
    const random = randomFrom(Number(process.env['CRASH_SEED'] ?? 11));
    const begun = performance.now();
    let kills = 0;
    let longestMs = 3500;
    for (let runs = 1; ; runs += 1) {
      const started = performance.now();
      const child = spawn(process.execPath, ['dist/main.js', 'run', office, '--once'], { stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-2000);
      });
      const closed = once(child, 'close');
      if (kills < KILLS) {
        await Promise.race([closed, pause(500 + random() * longestMs)]);
        if (child.exitCode === null && child.kill('SIGKILL')) kills += 1;
      }
      await closed;
      expect(await breaches(office, drops)).toEqual([]);
      if (child.signalCode === 'SIGKILL') continue;
      expect(child.exitCode, said).toBe(0);
      longestMs = performance.now() - started;
      process.stdout.write(`thousand: ${kills} kills, ${runs} runs, ${Math.round((performance.now() - begun) / 1000)} s\n`);
      break;
    }
    expect(kills).toBe(KILLS);
    const rows = await registerOf(office);
    expect(rows.map((row) => row.ordinal)).toEqual(Array.from({ length: HOW_MANY }, (_, index) => FIRST + index));
    expect(new Set(rows.map((row) => row.state))).toEqual(new Set(['filed']));
    const filed = await Promise.all(rows.map(async (row) => sha256(await readFile(join(office, row.path, 'draft.json')))));
    expect(filed).toEqual([...drops.values()].map((bytes) => sha256(bytes)));
    expect(await filesIn(join(office, 'inbox'))).toEqual([]);
    expect(await leftInWork(office)).toEqual([]);
    expect(await problemsOf(office)).toEqual([]);
    await rm(join(office, '..'), { recursive: true });
  },
  HOUR_MS,
);

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
