import { appendFile, mkdtemp, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../pipeline/model/fault.js';
import { backUpOffice } from '../../pipeline/wiring/backing-up.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { rebuildOffices } from '../../pipeline/wiring/rebuilding.js';
import { ENGINES, type ScratchStore } from '../store/scratch-store.js';
import { plainDraft, runOnce, tempOffice } from './temp-office.js';

const postgres = ENGINES.find(({ name }) => name === 'PostgreSQL');

describe.skipIf(postgres === undefined)('on PostgreSQL, with two folders that share a register', () => {
  const scratches: ScratchStore[] = [];
  afterEach(async () => {
    for (const scratch of scratches.splice(0)) await scratch.remove();
  });
  const newDatabase = async (): Promise<string> => {
    const scratch = await (postgres as NonNullable<typeof postgres>).scratchStore();
    scratches.push(scratch);
    return scratch.database;
  };
  const officeOn = (database: string, id: string): Promise<string> =>
    tempOffice((settings) => `${settings.replace(/^database:.*$/m, `database: ${database}`)}\nid: ${id}\n`);
  const moveTo = async (root: string, database: string): Promise<void> => {
    const file = join(root, 'office.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^database:.*$/m, `database: ${database}`));
  };
  const drop = async (root: string, id: string) => writeFile(join(root, 'inbox', `${id}.json`), await plainDraft({ id }));
  const asked = async <T>(root: string, ask: (opened: Awaited<ReturnType<typeof openOffice>>) => Promise<T>): Promise<T> => {
    const opened = await openOffice(root);
    return ask(opened).finally(() => opened.close());
  };
  const answers = (root: string): Promise<string> =>
    asked(root, async ({ store }) =>
      JSON.stringify([await store.register.list({}), await store.index.search('закладів освіти'), await store.index.search('немає')]),
    );
  const problemsOf = (root: string): Promise<string[]> =>
    asked(root, async (opened) => (await opened.verify()).problems.map(({ code, path }) => `${code} ${path}`));

  const twoOffices = async (): Promise<[string, string, string]> => {
    const database = await newDatabase();
    const [a, b] = [await officeOn(database, 'a'), await officeOn(database, 'b')];
    for (const [root, id] of [
      [a, '1'],
      [b, '2'],
      [a, '3'],
    ] as const) {
      await drop(root, id);
      await writeFile(join(root, 'inbox', `bad-${id}.json`), await plainDraft({ id, title: null }));
      await runOnce(root);
    }
    return [a, b, database];
  };

  test('verify judges each by its own acts and journal lines, and names what was changed', async () => {
    const [a, b] = await twoOffices();
    expect([await problemsOf(a), await problemsOf(b)]).toEqual([[], []]);
    await appendFile(join(b, 'archive/2021/decision/28/act.docx'), 'x');
    expect([await problemsOf(a), await problemsOf(b)]).toEqual([[], ['file-changed archive/2021/decision/28/act.docx']]);
  });

  test('rebuild of both into an empty database gives the same answers; into a full one, or of one alone, it is refused', async () => {
    const [a, b, database] = await twoOffices();
    const before = [await answers(a), await answers(b)];
    await expect(rebuildOffices([a, b])).rejects.toMatchObject({ code: 'usage' } satisfies Partial<Fault>);
    const empty = await newDatabase();
    for (const root of [a, b]) await moveTo(root, empty);
    await expect(rebuildOffices([a])).rejects.toMatchObject({ code: 'usage' } satisfies Partial<Fault>);
    const { rebuilt, problems } = await rebuildOffices([a, b]);
    expect(problems).toEqual([]);
    expect(rebuilt).toMatchObject({ acts: 3, unfiled: 0, lost: 0 });
    expect([await answers(a), await answers(b)]).toEqual(before);
    expect([await problemsOf(a), await problemsOf(b)]).toEqual([[], []]);
    await drop(b, '4');
    await runOnce(b);
    expect(await asked(b, async ({ store }) => (await store.register.list({})).map(({ number }) => number))).toEqual([
      '27',
      '28',
      '29',
      '30',
    ]);
    await moveTo(a, database);
  });

  test('a database that is older than the archive stops the start', async () => {
    const [a] = await twoOffices();
    await moveTo(a, await newDatabase());
    await expect(runOnce(a)).rejects.toMatchObject({ code: 'database-older' });
  });

  test('backup copies the files, says where the register is, and rebuild makes it again from the copies', async () => {
    const [a, b] = await twoOffices();
    const before = await answers(a);
    const copies: string[] = [];
    for (const root of [a, b]) {
      const to = join(await mkdtemp(join(tmpdir(), 'regesta-backup-')), 'copy');
      const { verdict, remarks } = await backUpOffice(root, to);
      expect(verdict).toBeNull();
      expect(remarks.join('\n')).toContain('regesta rebuild');
      copies.push(to);
    }
    const empty = await newDatabase();
    for (const copy of copies) await moveTo(copy, empty);
    await rename(a, `${a}-lost`);
    expect((await rebuildOffices(copies)).problems).toEqual([]);
    expect(await answers(copies[0] ?? '')).toBe(before);
  });
});
