import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesIn, runOnce, tempOffice } from './temp-office.js';

type Json = Readonly<Record<string, unknown>>;

interface Cases {
  readonly cases: readonly {
    readonly index: string;
    readonly volumes: readonly {
      readonly documents: readonly { readonly document: string }[];
      readonly standing: { readonly closed: unknown };
    }[];
  }[];
}

const GENERAL = { post: 'Начальник загального відділу', name: 'Тетяна ЯВОРСЬКА' };

describe('a transitional case', () => {
  let root: string;
  let letter: Json;
  const regesta = (...args: string[]) => {
    const { status, stdout } = spawnSync(process.execPath, ['dist/main.js', ...args], { encoding: 'utf8' });
    return { code: status, out: stdout };
  };
  const drop = (name: string, draft: Json): Promise<void> => writeFile(join(root, 'inbox', `${name}.json`), JSON.stringify(draft));
  const nomenclature = (year: number, isTransitional: boolean, date = `${year}-01-11`): Json => ({
    ...{ kind: 'nomenclature', year, signing: { date }, signatory: GENERAL },
    plannedCases: [
      { index: '02-05', unit: 'general', article: '122', heading: 'Листування', transitional: isTransitional, takes: [{ kind: 'letter' }] },
      {
        index: '02-10',
        unit: 'general',
        article: '122',
        heading: 'Номенклатура справ',
        takes: [{ kind: 'nomenclature' }, { kind: 'refile' }],
      },
    ],
  });
  const sent = (date: string): Json => ({ ...letter, signing: { date } });
  const lettersOf = (year: number): string[] =>
    (JSON.parse(regesta('cases', root, '--year', String(year), '--json').out) as Cases).cases
      .filter(({ index }) => index === '02-05')
      .flatMap(({ volumes }) => volumes.flatMap(({ documents }) => documents.map(({ document }) => document)));
  const closed = (year: number): string[] =>
    (JSON.parse(regesta('cases', root, '--year', String(year), '--json').out) as Cases).cases
      .filter(({ volumes }) => volumes.some(({ standing }) => standing.closed !== null))
      .map(({ index }) => index);

  beforeAll(async () => {
    root = await tempOffice();
    letter = JSON.parse(await readFile('fixtures/kinds/letter/vidpovid-oda.json', 'utf8')) as Json;
    await drop('01', nomenclature(2021, true));
    await drop('02', sent('2021-09-21'));
    await drop('03', nomenclature(2022, false));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 3, refused: 0 });
  });

  test('goes on in the next year, and is not closed with its own', async () => {
    expect([lettersOf(2021), lettersOf(2022)]).toEqual([[], ['letter/2021/1']]);
    await drop('04', sent('2022-03-01'));
    expect((await runOnce(root)).settled.filed).toBe(1);
    expect(lettersOf(2022)).toEqual(['letter/2021/1', 'letter/2022/1']);
    expect(regesta('close', root, '--year', '2021').code).toBe(0);
    await runOnce(root);
    expect(closed(2021)).toEqual(['02-10']);
  });

  test('is not closed by a paper of its own either, and the report says where it goes on', async () => {
    const mention = { year: 2021, index: '02-05', heading: 'Листування', begun: '2021-09-21', ended: '2021-09-21' };
    await drop('05', {
      ...{ kind: 'case', year: 2021, unit: 'general', category: 'temporary', caseFiles: [mention] },
      ...{ signing: { date: '2022-04-01' }, signatory: GENERAL },
    });
    expect((await runOnce(root)).settled).toMatchObject({ filed: 0, refused: 1 });
    const report = (await filesIn(join(root, 'refused'))).find((path) => path.endsWith('report.json')) ?? '';
    const said = await readFile(join(root, 'refused', report), 'utf8');
    expect(said).toContain('перехідна: її продовжено за номенклатурою 2022 року');
    expect(said, 'nor that it holds nothing').not.toContain('документів у ній немає');
  });

  test('takes a document under any year in which it goes on, and a case of another year that does not go on takes none', async () => {
    const nomenclatures = { series: 'nomenclature', date: '2022-01-11', number: '1' };
    const move = (year: number, index: string): Json => ({
      ...{ kind: 'refile', of: nomenclatures, caseFiles: [{ year, index }], reason: 'За змістом' },
      ...{ signing: { date: '2022-04-04' }, signatory: GENERAL },
    });
    await drop('07', move(2021, '02-10'));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 0, refused: 1 });
    const report = (await filesIn(join(root, 'refused'))).find((path) => path.endsWith('07.json/report.json')) ?? '';
    expect(await readFile(join(root, 'refused', report), 'utf8')).toContain('лише якщо вона перехідна');
    await drop('08', move(2021, '02-05'));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 0 });
    expect(lettersOf(2022)).toEqual(['letter/2021/1', 'nomenclature/2022/1', 'letter/2022/1']);
    await drop('09', { ...move(2022, '02-10'), signing: { date: '2022-04-05' } });
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 0 });
  });

  test('is closed with the last year that plans it, and takes nothing of any of its years any more', async () => {
    expect(regesta('close', root, '--year', '2022').code).toBe(0);
    await runOnce(root);
    expect(closed(2022)).toEqual(['02-05', '02-10']);
    await drop('06', sent('2021-12-01'));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 0, refused: 1 });
  });
});
