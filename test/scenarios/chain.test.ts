import { spawnSync } from 'node:child_process';
import { copyFile, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LinkedRow } from '../../pipeline/model/act-on-record.js';
import type { Finding } from '../../pipeline/model/finding.js';
import { importOlderActs } from '../../pipeline/wiring/importing.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { rebuildOffices } from '../../pipeline/wiring/rebuilding.js';
import { fixture, readFixture } from '../fixtures/fixture-files.js';
import { pdfWords } from '../rendering/pdf-text.js';
import { filesIn, runOnce, tempOffice, workLeft } from './temp-office.js';

const CHAIN = fixture('scenarios/chain');
const SAMPLES = ['01-reglament.xml', '02-pro-orendu.json', '03-dozvil-na-pravochyn.xml', '04-zakhody-z-blahoustroiu.zip'];

const MARKS = {
  amended: 'Унесено зміни на підставі рішення від 14.09.2021 № 31',
  suspended: 'Дію зупинено на підставі розпорядження міського голови від 17.09.2021 № 1-р',
  cancelled: 'Скасовано на підставі рішення міської ради від 24.09.2021 № 1',
};

describe('a decision that is amended, suspended and cancelled, all dropped at once', () => {
  let root: string;
  /** Points of № 30 as they were adopted. */
  let adopted: readonly string[];

  const regesta = (...args: string[]): string => spawnSync(process.execPath, ['dist/main.js', ...args], { encoding: 'utf8' }).stdout;
  const linked = (...series: string[]): LinkedRow[] => JSON.parse(regesta('register', root, ...series, '--json')) as LinkedRow[];
  const wordsOf = async (path: string): Promise<string> => pdfWords(await readFile(join(root, 'archive/2021', path)));
  const soundness = async (): Promise<readonly unknown[]> => {
    const opened = await openOffice(root);
    try {
      return (await opened.verify()).problems;
    } finally {
      await opened.close();
    }
  };

  beforeAll(async () => {
    root = await tempOffice();
    await importOlderActs(root, join(CHAIN, '00-older.csv'));
    for (const name of SAMPLES) await copyFile(join(root, 'samples', name), join(root, 'inbox', name));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 4, refused: 0, fault: 0 });
    for (const name of await readdir(CHAIN)) if (name.endsWith('.json')) await copyFile(join(CHAIN, name), join(root, 'inbox', name));
    await copyFile(fixture('kinds/court-act/skasuvannia-sudom.json'), join(root, 'inbox/13-sud-pro-29.json'));
    await copyFile(fixture('kinds/certified-copy/kopiia-dozvolu.json'), join(root, 'inbox/14-kopiia-29.json'));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 10, awaiting: 0, refused: 4, fault: 0 });
    const name = '04-zakhody-z-blahoustroiu.zip';
    const { draft } = await readFixture({ name, bytes: await readFile(join(root, 'samples', name)) });
    adopted = draft.content.operative.map(({ n, text }) => `${n}. ${text}`);
  });

  test('stands in the register with its state and with links both ways', () => {
    const rows = linked();
    const what = rows.map(({ series, year, number, state, changes, changedBy }) => [
      `${series}/${year}/${number} ${state}`,
      changes.map((link) => `${link.how} ${link.series}/${link.year}/${link.number}`),
      changedBy.map((link) => `${link.how} by ${link.series}/${link.year}/${link.number}`),
    ]);
    expect(what).toEqual([
      ['certified-copy/2021/1 filed', [], []],
      ['certified-copy/2021/2 filed', [], []],
      ['council-decision/2021/1 filed', ['cancels decision/2021/30'], []],
      ['court-act/2021/1 filed', ['court decision/2021/29'], []],
      ['decision/2011/12/1 repealed', [], ['repeals by decision/2021/32']],
      ['decision/2021/27 filed', [], []],
      ['decision/2021/28 void', [], ['voids by void/2021/1']],
      ['decision/2021/29 filed', [], ['court by court-act/2021/1']],
      [
        'decision/2021/30 cancelled',
        [],
        ['amends by decision/2021/31', 'suspends by order/2021/1-р', 'cancels by council-decision/2021/1'],
      ],
      ['decision/2021/31 filed', ['amends decision/2021/30'], []],
      ['decision/2021/32 filed', ['repeals decision/2011/12/1'], []],
      ['extract/2021/1 filed', [], []],
      ['extract/2021/2 filed', [], []],
      ['order/2021/1-р filed', ['suspends decision/2021/30'], []],
      ['void/2021/1 filed', ['voids decision/2021/28'], []],
    ]);
    const shown = regesta('show', root, 'decision/2021/30');
    for (const line of ['amended by decision/2021/31', 'suspended by order/2021/1-р', 'cancelled by council-decision/2021/1'])
      expect(shown).toContain(line);
    expect(regesta('show', root, 'order/2021/1-р')).toContain('suspends decision/2021/30');
  });

  test('reads, beside the act that amends it, as it does with the new words, each under its number', async () => {
    const text = await wordsOf('decision/31/consolidated-decision-2021-30.pdf');
    expect(text).toContain('Текст зі змінами, внесеними на підставі рішення від 14.09.2021 № 31');
    const [first, second, third] = adopted;
    const amended = '2. Управлінню житлово-комунального господарства забезпечити вивезення сміття до 15 жовтня 2021 року.';
    expect(text).toContain(`${first} ${amended} ${third}`);
    expect(text).not.toContain(second);
  });

  test('gives an extract of the amended point: its words and number as adopted, marked, certified, with a number of the journal of extracts', async () => {
    expect(linked('extract').map(({ number, date, title }) => [number, date, title])).toEqual([
      ['1', '2021-09-15', 'Витяг (п. 2) з документа від 09.03.2021 № 30; кому: Комунальне підприємство «Міський парк»'],
      ['2', '2021-09-27', 'Витяг (п. 1, 2) з документа від 09.03.2021 № 30; кому: Комунальне підприємство «Міський парк»'],
    ]);
    const text = await wordsOf('extract/1/act.pdf');
    expect(text).toContain(`ВИРІШИВ: ${adopted[1]} Міський голова Віталій НЕМЕРЕЦЬ Згідно з оригіналом Витяг № 1 від 15.09.2021`);
    expect(text).toContain('ВИТЯГ З РІШЕННЯ 09.03.2021 м. Каховка № 30 Про заходи з весняного благоустрою території громади');
    expect(text).toContain('Начальник загального відділу Тетяна ЯВОРСЬКА');
    expect(Object.values(MARKS).filter((mark) => text.includes(mark))).toEqual([MARKS.amended]);
    for (const point of adopted.filter((_, index) => index !== 1)) expect(text).not.toContain(point);
  });

  test('gives later extracts and copies with every mark', async () => {
    const [extract, copy] = [await wordsOf('extract/2/act.pdf'), await wordsOf('certified-copy/1/act.pdf')];
    expect(extract).toContain(`ВИРІШИВ: ${adopted[0]} ${adopted[1]} Міський голова`);
    expect(copy).toContain(`ВИРІШИВ: ${adopted.join(' ')} Міський голова`);
    expect(copy).toContain('Згідно з оригіналом Засвідчена копія № 1 від 27.09.2021');
    for (const text of [extract, copy]) expect(text).toContain(Object.values(MARKS).join(' '));
  });

  test('leaves a decision that a court has judged to be answered: it is marked on copies, and due', async () => {
    const copy = await wordsOf('certified-copy/2/act.pdf');
    expect(copy).toContain('Копія Є судове рішення, що набрало законної сили: відмітка від 05.10.2021 № 1 КАХОВСЬКА МІСЬКА РАДА');
    const due = JSON.parse(regesta('due', root, '--json')) as { readonly what: string; readonly series: string; readonly number: string }[];
    expect(due.filter(({ what }) => what === 'judgment')).toMatchObject([{ series: 'decision', number: '29', due: null }]);
  });

  test('is left as it was filed', async () => {
    const text = await wordsOf('decision/30/act.pdf');
    expect(text).toContain(adopted.join(' '));
    expect(Object.values(MARKS).filter((mark) => text.includes(mark))).toEqual([]);
  });

  test('and nothing that must not be done to acts is let in', async () => {
    const reports = (await filesIn(join(root, 'refused'))).filter((path) => path.endsWith('/report.json'));
    const refused = await Promise.all(
      reports.map(async (path) => {
        const report = JSON.parse(await readFile(join(root, 'refused', path), 'utf8')) as { name: string; findings: Finding[] };
        return [report.name, report.findings.map(({ rule }) => rule)];
      }),
    );
    expect(Object.fromEntries(refused)).toEqual({
      '07-vytiah-z-nemaie-punktu.json': ['6.5-points'],
      '08-skasuvannia-delehovanoho.json': ['T-basis', '6.2-delegated'],
      '10-vytiah-z-anulovanoho.json': ['6.5-act'],
      '11-vtrata-chynnosti-2011-bez-arkhivu.json': ['5.11-archive-visa'],
    });
  });

  test('is verified, and known the same after a rebuild from the archive alone', async () => {
    expect(await workLeft(root)).toEqual([]);
    expect(await soundness()).toEqual([]);
    const rows = linked();
    for (const name of await readdir(root)) if (name.startsWith('regesta.sqlite')) await rm(join(root, name));
    expect((await rebuildOffices([root])).problems).toEqual([]);
    expect(linked()).toEqual(rows);
    expect(await soundness()).toEqual([]);
  });
});
