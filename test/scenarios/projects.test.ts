import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectLines } from '../../pipeline/commands/project-lines.js';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { projectHistory } from '../../pipeline/wiring/project-history.js';
import { rebuildOffices } from '../../pipeline/wiring/rebuilding.js';
import { fixture } from '../fixtures/fixture-files.js';
import { pageWords } from '../rendering/pdf-text.js';
import { registerOf, runOnce, tempOffice } from './temp-office.js';

const PROJECT = fixture('kinds/decision/proiekt-opalennia.json');
const ID = '2021-09-opalennia-mista';

async function projectWith(change: Readonly<Record<string, unknown>>): Promise<string> {
  return JSON.stringify({ ...(JSON.parse(await readFile(PROJECT, 'utf8')) as Record<string, unknown>), ...change }, null, 1);
}

describe('a project of a decision', () => {
  let root: string;
  const drop = async (name: string, text: string): Promise<void> => {
    await writeFile(join(root, 'inbox', name), text);
  };
  const recordOf = async (path: string): Promise<ArchiveRecord> =>
    JSON.parse(await readFile(join(root, 'archive/2021', path, 'record.json'), 'utf8')) as ArchiveRecord;
  const states = async (): Promise<Record<string, string>> =>
    Object.fromEntries((await registerOf(root)).map(({ series, number, state }) => [`${series}/${number}`, state]));
  const problems = async (): Promise<readonly unknown[]> => {
    const opened = await openOffice(root);
    return opened
      .verify()
      .then(({ problems: found }) => found)
      .finally(() => opened.close());
  };

  beforeAll(async () => {
    root = await tempOffice();
    await copyFile(PROJECT, join(root, 'inbox', '1-proiekt.json'));
    await drop('2-druhyi.json', await projectWith({ title: 'Про підготовку міста до опалювального сезону 2021–2022 років' }));
    await drop('3-bez-id.json', await projectWith({ id: null, title: 'Про підготовку закладів освіти до опалювального сезону' }));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 3, refused: 0, fault: 0 });
  });

  test('is entered in a book of its own, version by version, and takes no number of the decisions', async () => {
    expect(await states()).toEqual({ 'project/1': 'filed', 'project/2': 'filed', 'project/3': 'filed' });
    expect((await recordOf('project/2')).project).toEqual({ id: ID, version: 2 });
    expect((await recordOf('project/3')).project).toEqual({ id: 'project-2021-3', version: 1 });
    expect(await problems()).toEqual([]);
  });

  test('is printed as what it is: no date, no number, its id and version at the foot, signed by nobody', async () => {
    const bytes = await readFile(join(root, 'archive/2021/project/2/act.pdf'));
    const pages = await pageWords(bytes);
    expect(pages[0]).toMatch(/^ПРОЄКТ .*РІШЕННЯ _+ м\. Каховка № _+ Про підготовку міста/);
    expect(pages.join(' ')).toContain(`Проєкт ${ID}, версія 2`);
    expect(pages.join(' ')).not.toContain('16.09.2021');
    expect((await recordOf('project/2')).pdf.revisions).toHaveLength(1);
    expect((await recordOf('project/2')).journal.map(({ step }) => step)).not.toContain('signed');
  });

  test('becomes an act by its id: the text adopted takes the next number of the decisions, and the project says so', async () => {
    const adoption = { date: '2021-09-21', total: 30, present: 24, for: 24, against: 0, abstained: 0 };
    const signatory = { post: 'Міський голова', name: 'Віталій НЕМЕРЕЦЬ' };
    await drop('rishennia.json', await projectWith({ stage: 'adopted', adoption, signatory }));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 0 });
    const [number] = Object.keys(await states()).filter((name) => name.startsWith('decision/'));
    expect((await recordOf(number ?? '')).projects).toEqual([{ how: 'registers', project: ID, date: '2021-09-21' }]);
    expect(await states()).toMatchObject({ 'project/1': 'filed', 'project/2': 'adopted', 'project/3': 'filed' });
    expect(await pageWords(await readFile(join(root, 'archive/2021', number ?? '', 'comparison.pdf')))).toEqual([
      expect.stringContaining(
        'Порівняно з версією 2 проєкту 2021-09-opalennia-mista. Частина Було Стало Змінені слова Заголовок Про підготовку міста до опалювального сезону 2021–2022 років Про підготовку господарства міста до опалювального сезону 2021–2022 років додано: «господарства»',
      ),
    ]);
    await drop('piznia-versiia.json', await projectWith({ title: 'Про підготовку громади до опалювального сезону' }));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 0, refused: 1 });
  });

  test('has records that their schema describes, and so has the act', async () => {
    const ajv = new Ajv2020({ allErrors: true });
    ajvFormats.default(ajv);
    const accepts = ajv.compile(JSON.parse(await readFile('schemas/record.schema.json', 'utf8')) as object);
    for (const path of Object.keys(await states())) expect(accepts(await recordOf(path)), JSON.stringify(accepts.errors)).toBe(true);
  });

  test('is no act: neither an extract nor a copy of it is certified', async () => {
    const of = { series: 'project', date: '2021-09-16', number: '2' };
    for (const kind of ['extract/vytiah-z-rehlamentu', 'certified-copy/kopiia-dozvolu']) {
      const paper = JSON.parse(await readFile(`fixtures/kinds/${kind}.json`, 'utf8')) as object;
      await drop(`${basename(kind)}.json`, JSON.stringify({ ...paper, of }));
    }
    expect((await runOnce(root)).settled).toMatchObject({ filed: 0, refused: 2 });
  });

  test('is shown with its versions, the act that it became, and what changed', async () => {
    const opened = await openOffice(root);
    const row = await opened.store.register.find('project', 2021, '2');
    if (row === undefined) throw new Error('no second version');
    const history = await projectHistory(opened, row, await opened.readRecord(row));
    await opened.close();
    expect(history && projectLines(history)).toEqual([
      `project   ${ID}   version 2`,
      'version   1   project/2021/1   16.09.2021',
      'version   2   project/2021/2   16.09.2021',
      expect.stringMatching(/^act {7}decision\/2021\/\d+ {3}21\.09\.2021$/),
      'compared  with version 1: one part differs',
      'changed   title   -«господарства»',
    ]);
  });

  test('stands in an index made again as it did before', async () => {
    const before = await registerOf(root);
    for (const name of await readdir(root)) if (name.startsWith('regesta.sqlite')) await rm(join(root, name));
    expect((await rebuildOffices([root])).problems).toEqual([]);
    expect(await registerOf(root)).toEqual(before);
  });
});
