import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RegisterRow } from '../../pipeline/model/ports.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { runOffice } from '../../pipeline/wiring/running.js';
import { SERVERS } from '../store/scratch-store.js';
import { newDatabase, OFFICE_SERVERS, onDatabase } from './office-engines.js';
import { filesIn, plainDraft, problemsOf, registerOf, runOnce, tempOffice } from './temp-office.js';

const numbers = (rows: readonly RegisterRow[]): number[] => rows.filter(({ year }) => year === 2021).map(({ ordinal }) => ordinal);
const from27 = (count: number): number[] => Array.from({ length: count }, (_, n) => 27 + n);

describe.each(OFFICE_SERVERS)('many runners of one folder on $name', ({ tempOffice: newOffice }) => {
  test('file every sample once, whoever takes it; equal bytes under two names make one act and one receipt', async () => {
    const root = await newOffice();
    const names = (await readdir(join(root, 'samples'))).sort();
    const contracts = names.filter((name) => /^1[578]-/.test(name));
    const verdicts = names.filter((name) => name.includes('-vysnovok-'));
    // Each rests on the one before it, which is on record by then.
    const ofCases = names.filter((name) => /^2[0-4]-/.test(name));
    const later = [...verdicts, ...ofCases];
    const dropThose = async (those: readonly string[]): Promise<void> => {
      for (const name of those) await copyFile(join(root, 'samples', name), join(root, 'inbox', name));
    };
    const acts = names.length - contracts.length - later.length;
    // What others refer to by its number comes first; a verdict finds its contract waiting, for it comes days later.
    await dropThose(names.slice(0, 1));
    await runOnce(root);
    await dropThose(names.slice(1).filter((name) => !later.includes(name)));
    const twice = await plainDraft({ id: 'twice' });
    for (const name of ['a-twice.json', 'b-twice.json', 'c-twice.json']) await writeFile(join(root, 'inbox', name), twice);
    const runAll = async () => {
      const tallies = await Promise.all(Array.from({ length: 4 }, () => runOnce(root)));
      return (['filed', 'receipt', 'refused', 'fault', 'awaiting'] as const).map((what) =>
        tallies.reduce((total, { settled }) => total + settled[what], 0),
      );
    };
    expect(await runAll()).toEqual([acts, 2, 0, 0, contracts.length]);
    await dropThose(verdicts);
    expect(await runAll(), 'two verdicts, a contract by the one and a letter by the other').toEqual([4, 0, 0, 0, 0]);
    for (const name of ofCases) {
      await dropThose([name]);
      expect(await runAll(), name).toEqual([1, 0, 0, 0, 0]);
    }

    const rows = await registerOf(root);
    const decisions = rows.filter(({ series }) => series === 'decision');
    expect(numbers(decisions)).toEqual(from27(numbers(decisions).length));
    expect(rows.length).toBe(acts + 1 + 4 + ofCases.length);
    expect((await readdir(join(root, 'outbox/receipts'))).filter((name) => name.endsWith('.json'))).toHaveLength(2);
    expect(
      (await filesIn(join(root, '.work'))).map((name) => name.replace(/^claims\/[^/]+\//, '')).filter((name) => !name.startsWith('.')),
    ).toEqual([...contracts.filter((name) => !name.startsWith('15-'))]);
    expect(await problemsOf(root)).toEqual([]);
  });

  test('refuse a draft once, and place the lines of all in one unbroken journal', async () => {
    const root = await newOffice();
    for (let n = 0; n < 12; n += 1) await writeFile(join(root, 'inbox', `${n}.json`), await plainDraft({ id: `bad-${n}`, title: '' }));
    const tallies = await Promise.all(Array.from({ length: 4 }, () => runOnce(root)));
    expect(tallies.reduce((total, { settled }) => total + settled.refused, 0)).toBe(12);
    const [day = ''] = await readdir(join(root, 'refused'));
    expect(await readdir(join(root, 'refused', day))).toHaveLength(12);
    expect(await registerOf(root)).toEqual([]);
    expect(await problemsOf(root)).toEqual([]);
  });

  test('leave alone what a living runner has in hand, and go on with it when that one is gone', async () => {
    const root = await newOffice();
    await writeFile(join(root, 'inbox', 'draft.json'), await plainDraft());
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const first = await runOffice(root, quiet);
    const path = join(root, 'inbox', 'draft.json');
    expect(await first.claim({ path, name: 'draft.json', droppedBy: null, form: 'file' })).toMatchObject({ name: 'draft.json' });
    expect((await runOnce(root)).settled.filed).toBe(0);
    await first.close();
    expect((await runOnce(root)).settled.filed).toBe(1);
    expect(await problemsOf(root)).toEqual([]);
  });
});

describe.each(SERVERS)('two folders on one register on $name', (engine) => {
  let north: string;
  let south: string;
  beforeEach(async () => {
    const toServer = onDatabase(await newDatabase(engine));
    [north = '', south = ''] = await Promise.all(
      ['north', 'south'].map((id) => tempOffice((settings) => `${toServer(settings)}id: ${id}\n`)),
    );
    return () => Promise.all([rm(north, { recursive: true }), rm(south, { recursive: true })]);
  });

  test('have one run of numbers; each keeps its own acts, and each archive is verified by itself', async () => {
    for (let n = 0; n < 8; n += 1)
      await writeFile(join(n % 2 === 0 ? north : south, 'inbox', `${n}.json`), await plainDraft({ id: `id-${n}` }));
    await writeFile(join(south, 'inbox', 'bad.json'), await plainDraft({ title: '' }));
    await Promise.all([runOnce(north), runOnce(south)]);
    const rows = await registerOf(north);
    expect(numbers(rows)).toEqual(from27(8));
    expect(await registerOf(south)).toEqual(rows);
    for (const [id, root] of [
      ['north', north],
      ['south', south],
    ] as const) {
      const own = rows.filter(({ office }) => office === id);
      expect(own).toHaveLength(4);
      expect((await readdir(join(root, 'archive/2021/decision'))).sort()).toEqual(own.map(({ number }) => number).sort());
      expect(await problemsOf(root)).toEqual([]);
    }
    await rm(join(north, 'archive/2021/decision'), { recursive: true });
    expect(await problemsOf(north)).toContainEqual(expect.objectContaining({ code: 'act-missing' }));
    expect(await problemsOf(south)).toEqual([]);
  });

  test('give bytes that the other has filed a receipt that names that folder', async () => {
    const draft = await plainDraft({ id: 'once' });
    await writeFile(join(north, 'inbox', 'draft.json'), draft);
    await runOnce(north);
    await writeFile(join(south, 'inbox', 'again.json'), draft);
    expect((await runOnce(south)).settled).toMatchObject({ filed: 0, receipt: 1, fault: 0 });
    const [name] = (await readdir(join(south, 'outbox/receipts'))).filter((each) => each.endsWith('.json'));
    expect(JSON.parse(await readFile(join(south, 'outbox/receipts', name ?? ''), 'utf8'))).toMatchObject({
      act: { number: '27', path: 'north: archive/2021/decision/27' },
    });
    expect(await problemsOf(south)).toEqual([]);
  });
});

describe('the database that an office names', () => {
  afterEach(() => {
    delete process.env['REGESTA_DATABASE'];
  });

  test('must not have a password in office.yaml', async () => {
    const root = await tempOffice();
    const file = join(root, 'office.yaml');
    await writeFile(file, onDatabase('postgres://clerk:secret@db/regesta')(await readFile(file, 'utf8')));
    const opened = openOffice(root);
    await expect(opened).rejects.toMatchObject({ code: 'office-settings', message: expect.stringContaining('REGESTA_DATABASE') });
    await expect(opened).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
  });

  test('gives way to REGESTA_DATABASE, relative to the office', async () => {
    const root = await tempOffice();
    await mkdir(join(root, 'index'));
    process.env['REGESTA_DATABASE'] = 'index/other.sqlite';
    await writeFile(join(root, 'inbox', 'draft.json'), await plainDraft());
    expect((await runOnce(root)).settled.filed).toBe(1);
    delete process.env['REGESTA_DATABASE'];
    expect(await registerOf(root)).toEqual([]);
  });
});
