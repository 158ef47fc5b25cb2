import { spawnSync } from 'node:child_process';
import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { rebuildOffices } from '../../pipeline/wiring/rebuilding.js';
import { filesIn, plainDraft, runOnce, tempOffice } from './temp-office.js';

type Json = Readonly<Record<string, unknown>>;

interface Volume {
  readonly volume: number;
  readonly sheets: number;
  readonly documents: readonly { readonly document: string; readonly path: string; readonly from: number; readonly to: number }[];
  readonly unmeasured: readonly Json[];
  readonly standing: { readonly closed: Json | null };
}

interface Cases {
  readonly nomenclature: Json | null;
  readonly cases: readonly { readonly index: string; readonly volumes: readonly Volume[] }[];
  readonly unplaced: readonly { readonly series: string; readonly number: string }[];
}

let root = '';

function regesta(...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/main.js', ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

function cases(): Cases {
  return JSON.parse(regesta('cases', root, '--year', '2021', '--json').out) as Cases;
}

const volumesOf = (index: string, all: Cases = cases()): readonly Volume[] => all.cases.find((one) => one.index === index)?.volumes ?? [];
const namesIn = (index: string, all: Cases = cases()): string[] =>
  volumesOf(index, all).flatMap(({ documents }) => documents.map(({ document }) => document));
const drop = (file: string): Promise<void> => copyFile(file, join(root, 'inbox', basename(file)));
const write = (name: string, draft: Json): Promise<void> => writeFile(join(root, 'inbox', name), JSON.stringify(draft));
const record = async (path: string): Promise<ArchiveRecord> =>
  JSON.parse(await readFile(join(root, path, 'record.json'), 'utf8')) as ArchiveRecord;

/** Who heads the general department. */
const BY_GENERAL = { signatory: { post: 'Начальник загального відділу', name: 'Тетяна ЯВОРСЬКА' } };

/** Messages of the rules that refused a file. */
async function refusals(name: string): Promise<string[]> {
  const folder = join(root, 'refused');
  const report = (await filesIn(folder)).find((path) => path.endsWith(`${name}/report.json`)) ?? '';
  const { findings } = JSON.parse(await readFile(join(folder, report), 'utf8')) as { findings: { rule: string; severity: string }[] };
  return findings.filter(({ severity }) => severity === 'refuse').map(({ rule }) => rule);
}

describe('cases of a year', () => {
  beforeAll(async () => {
    root = await tempOffice();
    for (const name of ['01-reglament.xml', '02-pro-orendu.json', '04-zakhody-z-blahoustroiu.zip']) await drop(join(root, 'samples', name));
    await drop('fixtures/kinds/order/inventaryzatsiia.json');
    await drop('fixtures/kinds/letter/vidpovid-oda.json');
    expect((await runOnce(root)).settled).toMatchObject({ filed: 5, refused: 0 });
  }, 60_000);

  test('are not formed of what is filed until a nomenclature plans them', () => {
    const { code, err } = regesta('cases', root, '--year', '2021');
    expect([code, err.includes('no nomenclature')]).toEqual([1, true]);
  });

  test('form themselves in chronological order, with sheets as measured', async () => {
    const nomenclature = JSON.parse(await readFile('fixtures/kinds/nomenclature/nomenklatura-2021.json', 'utf8')) as {
      plannedCases: { index: string }[];
    };
    const withoutLetters = nomenclature.plannedCases.filter(({ index }) => index !== '02-05');
    await write('nomenklatura.json', {
      ...nomenclature,
      plannedCases: withoutLetters.map((planned) => (planned.index === '02-06' ? { ...planned, takes: [] } : planned)),
    });
    expect((await runOnce(root)).settled.filed).toBe(1);
    const all = cases();
    expect(all.nomenclature).toMatchObject({ series: 'nomenclature', number: '1' });
    expect(namesIn('02-01', all)).toEqual(['decision/2021/27', 'decision/2021/28', 'decision/2021/29']);
    const [volume] = volumesOf('02-01', all);
    let last = 0;
    for (const { path, from, to } of volume?.documents ?? []) {
      const { sheets, pdf, files } = await record(path);
      const own = pdf.runs.reduce((sum, { pages }) => sum + pages, 0);
      expect(files.map((file) => file.path)).toContain('visas.pdf');
      expect(sheets?.count, `${path}: its pages and those of its visas`).toBeGreaterThan(own);
      expect([from, to]).toEqual([last + 1, last + (sheets?.count ?? 0)]);
      last = to;
    }
    expect(volume?.sheets).toBe(last);
    expect(volume?.unmeasured).toEqual([{ document: 'decision/2021/29', file: 'plan-zakhodiv.xlsx' }]);
    expect(all.unplaced).toMatchObject([{ series: 'letter', number: '1' }]);
  });

  test('take a document that is moved to another, until they are closed', async () => {
    expect(regesta('close', root, '--year', '2021').out).toContain('lies in no case          letter/2021/1');
    const all = JSON.parse(regesta('register', root, '--json').out) as { series: string; number: string; date: string }[];
    const named = (wanted: string): Json => {
      const { series, number, date } = all.find((row) => row.series === wanted) ?? { series: '', number: '', date: '' };
      return { series, number, date };
    };
    const move = (name: string, of: Json, index: string): Promise<void> =>
      write(name, { kind: 'refile', of, caseFiles: [{ index }], reason: 'за змістом', signing: { date: '2022-01-20' }, ...BY_GENERAL });
    await move('lyst.json', named('letter'), '02-06');
    await move('order.json', named('order'), '02-03');
    await move('nowhere.json', named('order'), '99-99');
    expect((await runOnce(root)).settled).toMatchObject({ filed: 2, refused: 1 });
    expect([namesIn('02-06'), namesIn('02-02'), namesIn('02-03'), cases().unplaced]).toEqual([
      ['letter/2021/1'],
      [],
      [expect.stringMatching(/^order\/2021\//)],
      [],
    ]);
    const [order] = namesIn('02-03');
    const warned = (await filesIn(join(root, 'outbox'))).filter((path) => path.startsWith('refile-') && path.endsWith('report.json'));
    expect(warned, 'only an order among administrative orders is out of place').toHaveLength(1);
    expect(await readFile(join(root, 'outbox', warned[0] ?? ''), 'utf8')).toContain('4.14-wrong-case');
    expect(regesta('close', root, '--year', '2021').out).toBe(`02-03     lies in a wrong case     ${order}  kind order\n`);
    await move('back.json', named('order'), '02-02');
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 0 });
    expect([namesIn('02-02'), namesIn('02-03')]).toEqual([[order], []]);
  });

  test('are closed when nothing is left to mend, each by a signed document of its own', async () => {
    const lost = join(root, 'archive/2021/decision/28/act.docx');
    await rename(lost, `${root}/aside.docx`);
    const refused = regesta('close', root, '--year', '2021');
    expect([refused.code, refused.out]).toEqual([1, expect.stringMatching(/^02-01 +file lost or changed +decision\/2021\/28 /)]);
    await rename(`${root}/aside.docx`, lost);
    const { code, out } = regesta('close', root, '--year', '2021', '--unit', 'general', '--json');
    const { dropped } = JSON.parse(out) as { dropped: string[] };
    expect([code, dropped.map((path) => basename(path))]).toEqual([
      0,
      ['case-2021-02-01.json', 'case-2021-02-02.json', 'case-2021-02-06.json'],
    ]);
    expect((await runOnce(root)).settled).toMatchObject({ filed: 3, refused: 0 });
    expect(volumesOf('02-01').map(({ standing }) => standing.closed)).toMatchObject([
      { how: 'closes', by: { series: 'case', number: '1' } },
    ]);
    expect(regesta('close', root, '--year', '2021').out).toContain('nothing to close');
  });

  test('that are closed take nothing more', async () => {
    await writeFile(join(root, 'inbox', 'late.json'), await plainDraft());
    expect((await runOnce(root)).settled).toMatchObject({ filed: 0, refused: 1 });
    expect(await refusals('late.json')).toEqual(['4.14-closed']);
  });

  test('of a closed year are counted in a new edition of the nomenclature, which carries the visas of the one that planned them', async () => {
    expect(regesta('close', root, '--year', '2021', '--summary').code).toBe(0);
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 0 });
    const rows = JSON.parse(regesta('register', root, 'nomenclature', '--json').out) as { path: string }[];
    const drafts = await Promise.all(
      rows.map(async ({ path }) => JSON.parse(await readFile(join(root, path, 'draft.json'), 'utf8')) as Json),
    );
    const [planned, summed] = drafts;
    expect(planned?.['visas']).toMatchObject([{ role: 'archive', name: expect.any(String) }]);
    expect(summed?.['visas']).toEqual(planned?.['visas']);
    expect(summed?.['plannedCases']).toContainEqual(expect.objectContaining({ index: '02-01', count: 1 }));
    expect(regesta('close', root, '--year', '2021', '--summary').code, 'once').toBe(0);
    expect(await filesIn(join(root, 'inbox')), 'what is on record already').toEqual([]);
  });

  test('are the same in an index that is made again, and the archive is whole', async () => {
    const before = cases();
    const { problems } = await rebuildOffices([root]);
    expect(problems).toEqual([]);
    expect(cases()).toEqual(before);
    const opened = await openOffice(root);
    const { valid } = await opened.verify();
    await opened.close();
    expect(valid).toBe(true);
    await rm(dirname(root), { recursive: true });
  });
});
