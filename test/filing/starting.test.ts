import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Log } from '../../pipeline/model/ports.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { dropClaimed, filesIn, plainDraft, registerOf, runOnce, tempOffice, workLeft } from '../scenarios/temp-office.js';

/** What a crash may leave in the work area of a claim, before the claim itself is gone. */
const SCRAPS = ['filing/X/act.pdf', 'outbox/X/act.pdf', 'discarded/X/act/record.json', 'refusing/X/report.html'];

async function leave(root: string, claim: string): Promise<void> {
  for (const scrap of SCRAPS) {
    const path = join(root, '.work', scrap.replace('X', claim));
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, 'half');
  }
}

describe('a start', () => {
  test('removes what a crash left of claims that have come to their end', async () => {
    const root = await tempOffice();
    await leave(root, '20260101T000000000Z-00001');
    await runOnce(root);
    expect(await workLeft(root)).toEqual([]);
    for (const part of ['filing', 'outbox', 'discarded', 'refusing']) expect(await readdir(join(root, '.work', part))).toEqual([]);
  });

  test.each([
    ['filed', {}],
    ['refused', { title: null }],
  ])('goes on with a claim that is there, and leaves nothing beside it: %s', async (_, change) => {
    const root = await tempOffice();
    const claim = await dropClaimed(root, 'draft.json', await plainDraft(change));
    await leave(root, claim);
    await runOnce(root);
    expect(await workLeft(root)).toEqual([]);
    expect(await readdir(join(root, '.work/claims'))).toEqual([]);
    expect(await registerOf(root)).toHaveLength('title' in change ? 0 : 1);
    expect((await filesIn(join(root, 'refused'))).filter((name) => name.endsWith('draft.json'))).toHaveLength('title' in change ? 1 : 0);
  });

  test('takes a dropped file back that lay in a refusal being built', async () => {
    const root = await tempOffice();
    const claim = await dropClaimed(root, 'draft.json', await plainDraft({}));
    await leave(root, claim);
    await rename(join(root, '.work/claims', claim, 'draft.json'), join(root, '.work/refusing', claim, 'draft.json'));
    await runOnce(root);
    expect((await registerOf(root)).map(({ state }) => state)).toEqual(['filed']);
    expect(await workLeft(root)).toEqual([]);
  });

  test('names a claim that cannot be read and goes on with the others; mended, it is taken by the next', async () => {
    const root = await tempOffice();
    const claim = await dropClaimed(root, 'draft.json', await plainDraft({ id: 'broken' }));
    const noted = join(root, '.work/claims', claim, '.claim.json');
    const text = await readFile(noted, 'utf8');
    await writeFile(noted, text.slice(0, 20));
    await writeFile(join(root, '.work/claims', '20250101T000000000Z-00001'), 'a file where a folder should be');
    await writeFile(join(root, 'inbox', 'sound.json'), await plainDraft({ id: 'sound' }));
    const said: string[] = [];
    const log: Log = { info: () => undefined, warn: () => undefined, error: (message) => void said.push(message) };
    expect((await runOnce(root, log)).settled).toMatchObject({ filed: 1, fault: 2 });
    expect(said.join('\n')).toContain(noted);
    expect(said.join('\n')).toContain('20250101T000000000Z-00001');
    await writeFile(noted, text);
    await rm(join(root, '.work/claims', '20250101T000000000Z-00001'));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, fault: 0 });
    expect((await registerOf(root)).map(({ number }) => number)).toEqual(['27', '28']);
    expect(await workLeft(root)).toEqual([]);
  });

  test('never removes a dropped file, though its claim be gone', async () => {
    const root = await tempOffice();
    await leave(root, 'lost');
    await writeFile(join(root, '.work/refusing/lost/draft.json'), 'the only copy');
    await runOnce(root);
    expect(await filesIn(join(root, '.work'))).toContain('refusing/lost/draft.json');
  });

  test('places journal lines that a crash left unplaced', async () => {
    const root = await tempOffice();
    const opened = await openOffice(root);
    await opened.store.journal.append({ claim: 'c', step: 'refused', who: 'inbox', drop: null, act: null, detail: {} });
    await opened.close();
    await runOnce(root);
    const again = await openOffice(root);
    expect([...(await again.store.journal.waiting())]).toEqual([]);
    expect((await again.verify()).problems).toEqual([]);
    await again.close();
  });
});
