import { spawnSync } from 'node:child_process';
import { copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentText } from '../../pipeline/rendering/docx/docx-template.js';
import { rebuildOffices } from '../../pipeline/wiring/rebuilding.js';
import { pageWords } from '../rendering/pdf-text.js';
import { expectedFoot, footOf } from '../year/acceptance-foot.js';
import {
  acceptance,
  appraisal,
  approval,
  closing,
  type FormedCase,
  GENERAL,
  inventory,
  type RegisteredRow,
} from '../year/archive-papers.js';
import { NOMENCLATURE, officeYear, SMALL_YEAR, YEAR } from '../year/office-year.js';
import { filesIn, runOnce, tempOffice } from './temp-office.js';

type Json = Readonly<Record<string, unknown>>;

function told<T>(...args: string[]): T {
  const { stdout, stderr } = spawnSync(process.execPath, ['dist/main.js', ...args, '--json'], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

const casesOf = (root: string): FormedCase[] =>
  told<{ cases: FormedCase[] }>('cases', root, '--year', String(YEAR)).cases.filter(({ volumes }) => volumes.length > 0);
const registerOf = (root: string): RegisteredRow[] => told('register', root);

/** Drops papers in this order and takes them; gives the findings of what was refused. */
async function take(root: string, ...papers: readonly Json[]): Promise<string[]> {
  for (const [index, paper] of papers.entries())
    await writeFile(join(root, 'inbox', `${String(index).padStart(3, '0')}.json`), JSON.stringify(paper));
  await runOnce(root);
  const reports = (await filesIn(join(root, 'refused'))).filter((name) => name.endsWith('report.json'));
  const texts = await Promise.all(reports.map((name) => readFile(join(root, 'refused', name), 'utf8')));
  return texts.flatMap((text) => (JSON.parse(text) as { findings: { message: string }[] }).findings.map(({ message }) => message));
}

/** An office with a year of acts, contracts and, so that it has five permanent cases, an act of the council and one of a unit. */
async function yearInOffice(): Promise<string> {
  const root = await tempOffice();
  for (const { name, bytes } of await officeYear(SMALL_YEAR)) await writeFile(join(root, 'inbox', name), bytes);
  await copyFile('fixtures/kinds/council-decision/biudzhet-hromadskoi-initsiatyvy.json', join(root, 'inbox/90001.json'));
  await copyFile('fixtures/kinds/unit-order/reiestratsiia-dohovoriv.json', join(root, 'inbox/90002.json'));
  expect(await take(root)).toEqual([]);
  return root;
}

/** The words of a PDF, as another program reads them, or of a Word document, in one line. */
async function wordsOf(path: string): Promise<string> {
  if (path.endsWith('.docx'))
    return documentText(await readFile(path))
      .join(' ')
      .replaceAll(/\s+/g, ' ');
  return (await pageWords(await readFile(path))).flat().join(' ').replaceAll(/\s+/g, ' ');
}

let year: string;

beforeAll(async () => {
  year = await yearInOffice();
});

/** An office of its own with that year. */
async function copyOfYear(): Promise<string> {
  const root = join(await mkdtemp(join(tmpdir(), 'regesta-test-')), 'office');
  await cp(year, root, { recursive: true });
  return root;
}

describe('a year of an office', () => {
  test('is in cases by its nomenclature, closed, appraised, listed in four copies and in three, received but for two cases and one', async () => {
    const root = await copyOfYear();
    const cases = casesOf(root);
    expect(cases.map(({ index, category, volumes }) => [index, category, volumes.length])).toEqual([
      ['01-01', 'permanent', 1],
      ['02-01', 'permanent', 1],
      ['02-02', 'permanent', 1],
      ['02-03', 'temporary', 1],
      ['02-04', 'permanent', 1],
      ['02-05', 'temporary', 1],
      ['03-01', 'personnel', 1],
      ['03-02', 'temporary', 1],
      ['04-01', 'temporary', 1],
      ['04-02', 'temporary', 1],
      ['06-01', 'permanent', 1],
    ]);
    const rows = registerOf(root);
    expect(await take(root, ...cases.map((one) => closing(YEAR, one, rows, '2022-01-20')))).toEqual([]);
    const finished = await filesIn(join(root, 'archive/2022/case'));
    for (const part of ['cover', 'documents', 'certifying'])
      expect(
        finished.filter((name) => name.endsWith(`-${part}.pdf`)),
        part,
      ).toHaveLength(6);

    expect(await take(root, appraisal(YEAR, cases, '2022-02-10'))).toEqual([]);
    const [permanent, personnel] = ['permanent', 'personnel'].map((category) => inventory(YEAR, category, cases, '2022-02-21'));
    expect(await take(root, permanent ?? {}, personnel ?? {})).toEqual([]);
    const first = { series: 'inventory', date: '2022-02-21', number: '1' };
    const second = { ...first, number: '2' };
    expect(await take(root, approval(YEAR, [first, second], '2022-03-01'))).toEqual([]);
    for (const [number, count] of [
      [1, 4],
      [2, 3],
    ] as const) {
      const copies = await filesIn(join(root, `archive/2022/inventory/${number}/copies`));
      expect(copies).toEqual(Array.from({ length: count }, (_, index) => [`0${index + 1}.docx`, `0${index + 1}.pdf`]).flat());
      for (const copy of copies)
        expect(await wordsOf(join(root, `archive/2022/inventory/${number}/copies`, copy))).toContain(`Прим. № ${copy[1]}`);
      expect(await filesIn(join(root, `outbox/inventory-2022-${number}/copies`))).toHaveLength(2 * count);
    }

    const received = acceptance(
      YEAR,
      first,
      [
        { index: '01-01' },
        { index: '02-01', missing: true },
        { index: '02-02' },
        { index: '02-04', faults: ['Аркуш 3 не підшито'] },
        { index: '06-01', missing: true },
      ],
      '2024-02-05',
    );
    expect(await take(root, received, acceptance(YEAR, second, [{ index: '03-01' }], '2024-02-05'))).toEqual([]);
    const made = join(root, 'archive/2024/acceptance');
    const date = '05 лютого 2024 року';
    const foot = expectedFoot({ accepted: 2, missing: [2, 5], returned: [4], date });
    for (let copy = 1; copy <= 4; copy += 1) {
      const words = await wordsOf(join(made, `1/copies/inventory-2022-1-0${copy}.pdf`));
      expect(words).toContain(`Прим. № ${copy}`);
      expect(await wordsOf(join(made, `1/copies/inventory-2022-1-0${copy}.docx`)), 'in Word').toContain('Справи прийняв:');
      expect(await footOf(join(made, `1/copies/inventory-2022-1-0${copy}.pdf`))).toContain(foot);
    }
    for (let copy = 1; copy <= 3; copy += 1)
      expect(await footOf(join(made, `2/copies/inventory-2022-2-0${copy}.pdf`))).toContain(
        expectedFoot({ accepted: 1, missing: [], returned: [], date }),
      );
    const rework = await wordsOf(join(made, '1/rework.pdf'));
    expect(rework).toContain('Аркуш 3 не підшито');
    expect(rework, 'the heading, which only the inventory says').toContain('Доручення міського голови');
    expect(await wordsOf(join(made, '1/act.pdf')), 'four copies of one inventory').toMatch(
      /Опис справ постійного зберігання за 2021 рік № 1 від 21\.02\.2022 4 /,
    );
    const { valid } = told<{ valid: boolean }>('verify', root);
    expect(valid).toBe(true);
  });
});

describe('a year with faults', () => {
  test('is not closed before each of them is mended: a number that is gone, an act unsigned, one in no case, one in a wrong case, a damaged file', async () => {
    const root = await copyOfYear();
    const plan = JSON.parse(await readFile(NOMENCLATURE, 'utf8')) as Json & {
      readonly plannedCases: readonly { readonly index: string }[];
    };
    const plannedCases = plan.plannedCases.filter(({ index }) => index !== '06-01');
    expect(await take(root, { ...plan, plannedCases, signing: { date: '2020-12-28' } })).toEqual([]);
    await rm(join(root, 'archive/2021/letter/3'), { recursive: true });
    for (const name of await readdir(root)) if (name.startsWith('regesta.sqlite')) await rm(join(root, name));
    await rebuildOffices([root]);
    const settings = await readFile(join(root, 'office.yaml'), 'utf8');
    await writeFile(join(root, 'office.yaml'), settings.replace('{ decision: server }', '{ decision: server, errand: outside }'));
    const errand = JSON.parse(await readFile('fixtures/kinds/errand/pidhotovka-ukryttiv.json', 'utf8')) as Json;
    expect(await take(root, { ...errand, id: 'unsigned', signing: { date: '2021-12-29' } })).toEqual([]);
    const order = registerOf(root).find(({ series }) => series === 'order');
    const { series, date, number } = order ?? {};
    const refile = { kind: 'refile', of: { series, date, number }, caseFiles: [{ index: '02-01' }], reason: 'помилково' };
    expect(await take(root, { ...refile, signing: { date: '2022-01-10' }, signatory: GENERAL })).toEqual([]);
    await writeFile(join(root, 'archive/2021/decision/30/act.docx'), 'damaged');

    const { done, mend } = told<{ done: boolean; mend: readonly Json[] }>('close', root, '--year', String(YEAR));
    expect(done).toBe(false);
    expect(mend).toHaveLength(5);
    expect(mend).toContainEqual({ index: '02-01', what: 'misplaced', row: expect.objectContaining({ series, number }) });
    expect(mend).toContainEqual({ index: null, what: 'unplaced', row: expect.objectContaining({ series: 'unit-order', number: '1' }) });
    expect(mend).toContainEqual({ index: '02-05', what: 'gap', series: 'letter', year: 2021, from: 3, to: 3 });
    expect(mend).toContainEqual({ index: '02-04', what: 'unsigned', row: expect.objectContaining({ series: 'errand', number: '4' }) });
    expect(mend).toContainEqual({
      ...{ index: '02-01', what: 'file', row: expect.objectContaining({ series: 'decision', number: '30' }) },
      problem: expect.objectContaining({ path: 'archive/2021/decision/30/act.docx' }),
    });
    expect(await filesIn(join(root, 'inbox')), 'nothing is closed').toEqual([]);
  });

  test('is not certified where a case is undated, or is said to hold an act of another case', async () => {
    const root = await copyOfYear();
    const cases = casesOf(root);
    const draftOf = (index: string): Json & { readonly caseFiles: readonly Json[]; readonly documents: readonly Json[] } => {
      const found = cases.find((one) => one.index === index);
      if (found === undefined) throw new Error(index);
      return closing(YEAR, found, registerOf(root), '2022-01-20') as ReturnType<typeof draftOf>;
    };
    const orders = draftOf('02-02');
    const decisions = draftOf('02-01');
    const undated = { ...decisions, caseFiles: decisions.caseFiles.map(({ begun: _, ...one }) => one) };
    const mixed = { ...orders, documents: [decisions.documents[0] ?? {}, ...orders.documents.slice(1)] };
    expect((await take(root, undated, mixed)).sort()).toEqual([
      expect.stringContaining('Внутрішній опис: на цьому місці у справі документ'),
      expect.stringMatching(/02-01.*перший документ — від 06\.02\.2021/),
    ]);
  });
});
