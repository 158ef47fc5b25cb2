import { chmod, lstat, mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Arrival } from '../../pipeline/intake/inbox-scan.js';
import { cutName, refusedFolder } from '../../pipeline/intake/tray-names.js';
import { trays } from '../../pipeline/intake/trays.js';
import { sha256 } from '../../pipeline/model/digest.js';
import { type CountedCall, inject } from '../crash/injected.js';
import { temporaryFolder } from './temp-folder.js';

const raise = (problem: unknown): never => {
  throw problem;
};
const REPORT = { html: '<p>звіт</p>', json: '{"verdict":"refused"}' };

async function office(at = '2021-01-19T08:15:30.000Z') {
  const root = await temporaryFolder();
  for (const folder of ['inbox', 'refused', '.work']) await mkdir(join(root, folder));
  const now = { at: new Date(at) };
  const open = () =>
    trays({ work: join(root, '.work'), refused: join(root, 'refused'), timeZone: 'Europe/Kyiv', clock: { now: () => now.at } });
  const drop = async (name: string, bytes = 'вміст', droppedBy: string | null = null): Promise<Arrival> => {
    const path = join(root, 'inbox', name);
    await writeFile(path, bytes);
    return { path, name: name.normalize('NFC'), droppedBy, form: 'file' };
  };
  const claimed = async (name: string, bytes?: string) => {
    const result = await open().claim(await drop(name, bytes));
    if (result === null) throw new Error('not claimed');
    return result;
  };
  return { root, now, open, drop, claimed, list: (folder: string) => readdir(join(root, folder)) };
}

describe('claiming', () => {
  it('moves the file into a folder of its own, its bytes unchanged, and knows it again after a restart', async () => {
    const { open, drop, list } = await office();
    const first = open();
    const claim = await first.claim(await drop('Проєкт № 1.json', 'перший', 'olena'));
    expect(claim).toMatchObject({
      name: 'Проєкт № 1.json',
      droppedBy: 'olena',
      receivedAt: '2021-01-19T08:15:30.000Z',
      sha256: sha256('перший'),
    });
    expect(await readFile(claim?.path ?? '', 'utf8')).toBe('перший');
    expect(await list('inbox')).toEqual([]);
    expect(await open().unfinished(raise)).toEqual([claim]);
  });

  it('gives claims that sort in their order, at one instant, after a restart and with the clock set back', async () => {
    const { now, open, drop } = await office();
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) ids.push((await open().claim(await drop(`${index}.json`)))?.claim ?? '');
    now.at = new Date('2020-01-01T00:00:00.000Z');
    ids.push((await open().claim(await drop('back.json')))?.claim ?? '');
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(13);
    expect((await open().unfinished(raise)).map(({ claim }) => claim)).toEqual(ids);
  });

  it('is null for a file that is gone, and leaves no claim behind', async () => {
    const { root, open, list } = await office();
    expect(await open().claim({ path: join(root, 'inbox', 'gone.json'), name: 'gone.json', droppedBy: null, form: 'file' })).toBeNull();
    expect(await list('.work/claims')).toEqual([]);
  });

  it('forgets at a restart a claim whose file never left the inbox, and one that holds nothing', async () => {
    const { root, open, list } = await office();
    await mkdir(join(root, '.work/claims/20210119T081530000Z-00001'), { recursive: true });
    await mkdir(join(root, '.work/claims/20210119T081530000Z-00002'));
    await writeFile(join(root, '.work/claims/20210119T081530000Z-00002/.claim.json'), '{"name":"a.json"');
    expect(await open().unfinished(raise)).toEqual([]);
    expect(await list('.work/claims')).toEqual([]);
  });

  it('never follows a link', async () => {
    const { root, open, list } = await office();
    await writeFile(join(root, 'secret.txt'), 'таємне');
    await symlink(join(root, 'secret.txt'), join(root, 'inbox/link.json'));
    const claim = await open().claim({ path: join(root, 'inbox/link.json'), name: 'link.json', droppedBy: null, form: 'other' });
    expect(claim?.sha256).not.toBe(sha256('таємне'));
    if (claim === null) throw new Error('not claimed');
    const folder = await open().refuse(claim, REPORT);
    expect(await readlink(join(folder, 'link.json'))).toBe(join(root, 'secret.txt'));
    expect(await list('.')).toContain('secret.txt');
  });

  it('takes a name that is no UTF-8, and one in decomposed form, as NFC', async () => {
    const { root, open, drop } = await office();
    const raw = Buffer.concat([Buffer.from(`${root}/inbox/`), Buffer.from([0xcf, 0xf0, 0xee]), Buffer.from('.json')]);
    await writeFile(raw, 'a');
    expect(await open().claim({ path: raw, name: '\uFFFD\uFFFD\uFFFD.json', droppedBy: null, form: 'file' })).toMatchObject({
      sha256: sha256('a'),
    });
    expect((await open().claim(await drop('й.json'.normalize('NFD'))))?.name).toBe('й.json'.normalize('NFC'));
    expect(await open().unfinished(raise)).toHaveLength(2);
  });

  it('keeps the bytes of a file named like the claim file', async () => {
    const { claimed, open } = await office();
    const claim = await claimed('claim.json', 'моє');
    expect(await readFile(claim.path, 'utf8')).toBe('моє');
    expect(await open().unfinished(raise)).toEqual([claim]);
  });

  it('is over after finish', async () => {
    const { claimed, open, list } = await office();
    await open().finish(await claimed('a.json'));
    expect(await open().unfinished(raise)).toEqual([]);
    expect(await list('.work/claims')).toEqual([]);
  });
});

describe('the refused tray', () => {
  it('holds the file as received beside its report, in a folder named by day, time of the office, digest and name', async () => {
    const { root, claimed, open } = await office();
    const drop = await claimed('проєкт.json', 'вміст');
    const folder = await open().refuse(drop, REPORT);
    expect(folder).toBe(join(root, 'refused', '2021-01-19', `101530-${sha256('вміст').slice(0, 8)}-проєкт.json`));
    expect((await readdir(folder)).sort()).toEqual(['report.html', 'report.json', 'проєкт.json'].sort());
    expect(await readFile(join(folder, 'проєкт.json'), 'utf8')).toBe('вміст');
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toBe(REPORT.html);
    await open().finish(drop);
    expect(await open().unfinished(raise)).toEqual([]);
  });

  it('takes the day of the office, not of Greenwich', () => {
    expect(refusedFolder(new Date('2021-06-30T21:30:00Z'), 'Europe/Kyiv', 'abcdef0123', 'a.json')).toEqual({
      day: '2021-07-01',
      folder: '003000-abcdef01-a.json',
    });
  });

  it('keeps a file named like a report apart from the report', async () => {
    const { claimed, open } = await office();
    const folder = await open().refuse(await claimed('report.json', 'моє'), REPORT);
    expect(await readFile(join(folder, 'received-report.json'), 'utf8')).toBe('моє');
    expect(await readFile(join(folder, 'report.json'), 'utf8')).toBe(REPORT.json);
  });

  it('gives the same bytes refused twice in a second two folders', async () => {
    const { claimed, open } = await office();
    const folders = [await open().refuse(await claimed('a.json'), REPORT), await open().refuse(await claimed('a.json'), REPORT)];
    expect(folders[1]).toBe(`${folders[0]}-2`);
  });

  it('keeps a secret file from all but its owner', async () => {
    const { claimed, open } = await office();
    const drop = await claimed('a.json');
    await chmod(drop.path, 0o644);
    const folder = await open().refuse(drop, REPORT, { isSecret: true });
    expect((await lstat(join(folder, 'a.json'))).mode & 0o777).toBe(0o600);
  });

  it('takes a folder that was dropped whole', async () => {
    const { root, open } = await office();
    await mkdir(join(root, 'inbox/stranger'));
    await writeFile(join(root, 'inbox/stranger/a.json'), 'a');
    const drop = await open().claim({ path: join(root, 'inbox/stranger'), name: 'stranger', droppedBy: null, form: 'folder' });
    if (drop === null) throw new Error('not claimed');
    const folder = await open().refuse(drop, REPORT);
    expect(await readFile(join(folder, 'stranger', 'a.json'), 'utf8')).toBe('a');
  });

  it('after a crash between building and showing gives the drop again, and then shows it once', async () => {
    const { root, claimed, open, list } = await office();
    const drop = await claimed('report.html', 'моє');
    const building = join(root, '.work/refusing', drop.claim);
    await mkdir(building, { recursive: true });
    await writeFile(join(building, 'report.html'), 'half');
    await writeFile(join(building, 'received-report.html'), await readFile(drop.path));
    await rm(drop.path);
    const [again] = await open().unfinished(raise);
    expect(again).toMatchObject({ claim: drop.claim, name: 'report.html', sha256: drop.sha256 });
    if (again === undefined) throw new Error('lost');
    const folder = await open().refuse(again, REPORT);
    expect(await readFile(join(folder, 'received-report.html'), 'utf8')).toBe('моє');
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toBe(REPORT.html);
    expect(await list('refused/2021-01-19')).toHaveLength(1);
  });

  it('leaves the drop whole in its claim when the tray cannot be written, and shows it at the next attempt', async () => {
    const { root, claimed, open } = await office();
    const drop = await claimed('a.json', 'вміст');
    await writeFile(join(root, 'refused', '2021-01-19'), 'a file in the way');
    await expect(open().refuse(drop, REPORT)).rejects.toThrow();
    expect(await readFile(drop.path, 'utf8')).toBe('вміст');
    await rm(join(root, 'refused', '2021-01-19'));
    const folder = await open().refuse(drop, REPORT);
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('вміст');
  });

  it.each([
    ['the claim', (root: string, claim: string) => join(root, '.work/claims', claim)],
    ['the tray', (root: string) => join(root, 'refused/2021-01-19')],
    ['the folder where it is built', (root: string, claim: string) => join(root, '.work/refusing', claim)],
  ])(
    'leaves the drop whole in its claim when it was moved but %s cannot be synced, and shows it once at the next attempt',
    async (_, at) => {
      const { root, claimed, open, list } = await office();
      const drop = await claimed('a.json', 'вміст');
      await mkdir(join(root, 'refused/2021-01-19'));
      const folder = at(root, drop.claim);
      const calls: CountedCall[] = [];
      const release = inject(root, { blow: 'fail', at: 1, times: 1, code: 'EMFILE', only: `${folder} r` }, (call) => calls.push(call));
      await expect(open().refuse(drop, REPORT)).rejects.toThrow();
      release();
      expect(calls[0]).toMatchObject({ struck: true, name: 'open' });
      expect(await readFile(drop.path, 'utf8')).toBe('вміст');
      expect(await list('refused/2021-01-19')).toEqual([]);
      await open().refuse(drop, REPORT);
      expect(await list('refused/2021-01-19')).toHaveLength(1);
    },
  );

  it('forgets at a restart a claim whose refusal is shown already', async () => {
    const { claimed, open, list } = await office();
    await open().refuse(await claimed('a.json'), REPORT);
    expect(await open().unfinished(raise)).toEqual([]);
    expect(await list('.work/claims')).toEqual([]);
    expect(await list('refused/2021-01-19')).toHaveLength(1);
  });
});

describe('a long name', () => {
  it('is cut to 180 bytes between characters, its extension kept', () => {
    const cut = cutName(`${'ї'.repeat(200)}.json`);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(180);
    expect(Buffer.byteLength(cut)).toBeGreaterThan(177);
    expect(cut).toBe(`${'ї'.repeat(87)}.json`);
    expect(cutName(`a${'🏛'.repeat(60)}.xml`)).toBe(`a${'🏛'.repeat(43)}.xml`);
    expect(cutName('короткий.json')).toBe('короткий.json');
  });
});
