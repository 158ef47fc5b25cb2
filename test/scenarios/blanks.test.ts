import { spawnSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import { runOnce, tempOffice } from './temp-office.js';

const general = { post: 'Начальник загального відділу', name: 'Тетяна ЯВОРСЬКА' };
const stock = (blanks: object) => ({
  kind: 'blanks',
  title: 'Про надходження бланків',
  blanks: { form: 'general', ...blanks },
  signing: { date: '2021-10-06' },
  signatory: general,
});
const note = (title: string) => ({
  ...{ kind: 'explanation', issuer: 'general', title, body: [{ type: 'paragraph', text: 'Пояснюємо потребу в змінах.' }] },
  ...{ signing: { date: '2021-10-07' }, signatory: general },
});

describe('blanks of strict account', () => {
  let root: string;
  const drop = (name: string, draft: object) => writeFile(join(root, 'inbox', name), JSON.stringify(draft));
  const regesta = (...args: string[]) => {
    const { status, stdout } = spawnSync(process.execPath, ['dist/main.js', ...args], { encoding: 'utf8' });
    return { code: status, out: stdout };
  };
  const recordOf = async (path: string) =>
    JSON.parse(await readFile(join(root, 'archive/2021', path, 'record.json'), 'utf8')) as ArchiveRecord;
  const balance = {
    form: 'general',
    received: { count: 3, ranges: [{ from: 11, to: 13 }] },
    used: {
      count: 2,
      ranges: [
        { from: 11, to: 11 },
        { from: 13, to: 13 },
      ],
    },
    spoiled: { count: 1, blanks: [{ number: 12, reason: 'Пошкоджено під час друку' }] },
    free: { count: 0, ranges: [] },
  };

  beforeAll(async () => {
    root = await tempOffice();
    await drop('1.json', note('Про потребу в змінах: до обліку'));
    await drop('2.json', stock({ from: 11, to: 13, spoiled: [{ number: 12, reason: 'Пошкоджено під час друку' }] }));
    await drop('3.json', note('Про потребу в змінах: перше'));
    await drop('4.json', note('Про потребу в змінах: друге'));
    await drop('5.json', note('Про потребу в змінах: третє'));
  });

  test('are taken one by one until none is left, and the act without one gets no number', async () => {
    expect((await runOnce(root)).settled).toMatchObject({ filed: 4, refused: 1, fault: 0 });
    expect(await Promise.all(['1', '2', '3'].map(async (number) => (await recordOf(`explanation/${number}`)).blank))).toEqual([
      undefined,
      { form: 'general', number: 11 },
      { form: 'general', number: 13 },
    ]);
    expect((await recordOf('blanks/1')).stock).toMatchObject({ form: 'general', received: { from: 11, to: 13 } });
    const [day = ''] = await readdir(join(root, 'refused'));
    const [tray = ''] = await readdir(join(root, 'refused', day));
    expect(await readFile(join(root, 'refused', day, tray, 'report.json'), 'utf8')).toContain('"24.6-stock"');
  });

  test('balance by form, for people and machines', () => {
    expect(JSON.parse(regesta('blanks', root, '--json').out)).toEqual([balance]);
    const { code, out } = regesta('blanks', root);
    expect(code).toBe(0);
    expect(out).toMatch(/^general\n +received +3 +11–13\n +used +2 +11, 13\n +spoiled +1 +12 \(Пошкоджено під час друку\)\n +free +0 *\n$/);
  });

  test('are verified, and made again from the archive alone', async () => {
    expect(regesta('verify', root).code).toBe(0);
    await rm(join(root, 'regesta.sqlite'));
    expect(regesta('rebuild', root).code).toBe(0);
    expect(JSON.parse(regesta('blanks', root, '--json').out)).toEqual([balance]);
    expect(regesta('verify', root).code).toBe(0);
    await drop('6.json', stock({ from: 13, to: 20 }));
    await drop('7.json', stock({ from: 14, to: 20 }));
    await drop('8.json', note('Про потребу в змінах: четверте'));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 2, refused: 1, fault: 0 });
    expect((await recordOf('explanation/4')).blank).toEqual({ form: 'general', number: 14 });
  });
});
