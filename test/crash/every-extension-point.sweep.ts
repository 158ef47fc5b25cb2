import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fault } from '../../pipeline/model/fault.js';
import { extendOffice } from '../../pipeline/wiring/extending.js';
import { plainDraft, runOnce } from '../scenarios/temp-office.js';
import { longOffice } from '../signing/ltv/long-office.js';
import { type Services, startServices } from '../signing/ltv/services/services.js';
import { type CountedCall, type Injection, inject } from './injected.js';
import { leftInWork, problemsOf } from './office-state.js';

const DAY_MS = 86_400_000;
const QUIET: Injection = { blow: 'none', at: 0, times: 0, code: '' };
const ACT = 'archive/2021/decision/27';

describe('at every point where an extension of a filed act can be struck', () => {
  let services: Services;
  let folder: string;
  let filed: string;
  let calls: readonly CountedCall[];

  beforeAll(async () => {
    services = await startServices({ now: () => new Date() });
    folder = await mkdtemp(join(tmpdir(), 'regesta-extension-'));
    filed = await longOffice(services, 'B-LTA');
    services.behaviour.silent.add('tsa');
    await writeFile(join(filed, 'inbox', '1.json'), await plainDraft());
    expect((await runOnce(filed)).settled.filed).toBe(1);
    services.behaviour.silent.clear();
    ({ calls } = await extended(QUIET));
  });
  afterAll(async () => {
    await services.close();
    await rm(folder, { recursive: true });
    await rm(join(filed, '..'), { recursive: true });
  });

  /** A copy of the office, and what an extension that is struck gave. */
  async function extended(injection: Injection): Promise<{ office: string; calls: CountedCall[]; said: readonly string[] }> {
    const office = await mkdtemp(join(folder, 'office-'));
    await cp(filed, office, { recursive: true });
    const counted: CountedCall[] = [];
    const release = inject(office, injection, (call) => counted.push(call));
    const said = await extendOffice(office)
      .then(({ problems }) => problems.map(({ code }) => code))
      .catch((problem: unknown) => (problem instanceof Fault ? [problem.code] : [`bug: ${String(problem)}`]))
      .finally(release);
    return { office, calls: counted, said };
  }

  /** What did not hold: right after, when the office is run, and when it is extended again. */
  async function brokenBy(injection: Injection): Promise<string[]> {
    const before = await readFile(join(filed, ACT, 'act.pdf'));
    const { office, said } = await extended(injection);
    const found = said.filter((what) => what.startsWith('bug'));
    const pdf = await readFile(join(office, ACT, 'act.pdf'));
    if (!pdf.subarray(0, before.length).equals(before)) found.push('the filed bytes were changed');
    await runOnce(office);
    found.push(...(await problemsOf(office)));
    const again = await extendOffice(office);
    found.push(...again.problems.map(({ code }) => code), ...(await problemsOf(office)), ...(await leftInWork(office)));
    const record = JSON.parse(await readFile(join(office, ACT, 'record.json'), 'utf8')) as { readonly pdf: { readonly level?: string } };
    if (record.pdf.level !== 'B-LTA') found.push(`level ${record.pdf.level}`);
    if (found.length === 0) await rm(office, { recursive: true });
    return found.map((what) => `${JSON.stringify(injection)}: ${what}`);
  }

  const sweep = async (injections: readonly Injection[]): Promise<void> => {
    expect(injections.length).toBeGreaterThan(10);
    const found: string[] = [];
    for (const injection of injections) found.push(...(await brokenBy(injection)));
    expect(found).toEqual([]);
  };
  const changes = (): CountedCall[] => calls.filter(({ change }) => change > 0);

  // All that changes anything fails from there on: what a kill leaves.
  test('ended there', () => sweep(changes().map(({ change }) => ({ blow: 'fail', at: change, times: 1_000_000, code: 'EIO' }))), DAY_MS);
  test('failed there', () => sweep(calls.map(({ call }) => ({ blow: 'fail', at: call, times: 1, code: 'EACCES' }))), DAY_MS);
  test(
    'done there and reported as failed',
    () => sweep(changes().map(({ call }) => ({ blow: 'fail-after', at: call, times: 1, code: 'EIO' }))),
    DAY_MS,
  );
});
