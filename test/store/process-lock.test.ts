import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lockOffice } from '../../pipeline/store/process-lock.js';
import { type Built, buildForChildren, kill } from './child-process.js';

describe('the lock of an office', () => {
  let built: Built;
  let work: string;
  beforeAll(() => {
    built = buildForChildren();
  });
  afterAll(() => built.remove());
  beforeEach(async () => {
    work = await mkdtemp(join(tmpdir(), 'regesta-lock-'));
    return () => rm(work, { recursive: true, force: true });
  });

  test('is refused while another process has it, and is free when that process was killed', async () => {
    const { child, message } = await built.start('lock-in-child', work);
    expect(message).toBe('locked');
    await expect(lockOffice(work)).rejects.toMatchObject({
      code: 'office-busy',
      message: expect.stringContaining(join(work, 'lock.sqlite')),
    });

    await kill(child);
    const lock = await lockOffice(work);
    await lock.release();
  });

  test('is refused to the same process, too, until it is released', async () => {
    const first = await lockOffice(work);
    await expect(lockOffice(work)).rejects.toMatchObject({ code: 'office-busy' });
    await first.release();
    const second = await lockOffice(work);
    await second.release();
  });

  test('is kept while nothing is done with it', async () => {
    const lock = await lockOffice(work);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(await built.run('lock-in-child', work)).toBe('office-busy');
    await lock.release();
  });

  test('names the folder that is not there', async () => {
    await expect(lockOffice(join(work, 'none'))).rejects.toMatchObject({ code: 'folder-access', message: expect.stringContaining('none') });
  });
});
