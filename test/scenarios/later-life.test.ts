import { spawnSync } from 'node:child_process';
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import type { LinkedRow } from '../../pipeline/model/act-on-record.js';
import type { Log } from '../../pipeline/model/ports.js';
import { type Imported, importOlderActs } from '../../pipeline/wiring/importing.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { rebuildOffices } from '../../pipeline/wiring/rebuilding.js';
import { runOffice } from '../../pipeline/wiring/running.js';
import { work } from '../../pipeline/working.js';
import { OFFICE_ENGINES } from './office-engines.js';
import { filesIn, plainDraft, problemsOf, registerOf, runOnce, tempOffice, workLeft } from './temp-office.js';

function regesta(...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/main.js', ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

const drop = (root: string, name: string, draft: unknown): Promise<void> => writeFile(join(root, 'inbox', name), JSON.stringify(draft));
const dropSample = (root: string, name: string): Promise<void> => copyFile(join(root, 'samples', name), join(root, 'inbox', name));
const linked = (root: string): LinkedRow[] => JSON.parse(regesta('register', root, '--json').out) as LinkedRow[];
const recordOf = async (root: string, path: string): Promise<ArchiveRecord> =>
  JSON.parse(await readFile(join(root, path, 'record.json'), 'utf8')) as ArchiveRecord;

/** The register made again from the archive alone. */
async function rebuilt(root: string): Promise<LinkedRow[]> {
  for (const name of await readdir(root)) if (name.startsWith('regesta.sqlite')) await rm(join(root, name));
  const { problems: found } = await rebuildOffices([root]);
  expect(found).toEqual([]);
  return linked(root);
}

const repeal = (date: string, number: string) => ({ act: { series: 'decision', date, number }, how: 'repeals', explanation: 'Застаріло.' });
const GENERAL = { post: 'Начальник загального відділу', name: 'Тетяна ЯВОРСЬКА' };
const voiding = (number: string, date = '2021-08-10') => ({
  ...{ kind: 'void', title: 'Про анулювання реєстраційного номера', signing: { date: '2021-09-01' }, signatory: GENERAL },
  of: { series: 'decision', date, number },
  reason: 'Рішення зареєстровано двічі.',
});
const dateOfPlain = async (): Promise<string> => (JSON.parse(await plainDraft()) as { adoption: { date: string } }).adoption.date;

describe('an act that amends another', () => {
  test('marks it and is linked with it both ways, and a rebuild knows the same', async () => {
    const root = await tempOffice();
    await dropSample(root, '01-reglament.xml');
    await runOnce(root);
    const filed = await readFile(join(root, 'archive/2021/decision/27/record.json'), 'utf8');
    await dropSample(root, '10-zminy-do-rehlamentu.xml');
    await runOnce(root);

    const rows = linked(root);
    const link = { series: 'decision', year: 2021, how: 'amends', reason: null };
    expect(rows.map(({ number, state, changes, changedBy }) => [number, state, changes, changedBy])).toEqual([
      ['27', 'amended', [], [{ ...link, number: '28', date: '2021-05-11' }]],
      ['28', 'filed', [{ ...link, number: '27', date: '2021-01-19' }], []],
    ]);
    expect(await readFile(join(root, 'archive/2021/decision/27/record.json'), 'utf8'), 'nothing filed is rewritten').toBe(filed);
    expect(await recordOf(root, 'archive/2021/decision/28')).toMatchObject({
      ...{ issuer: 'committee', delegated: false },
      effects: [{ series: 'decision', year: 2021, number: '27', how: 'amends', reason: null }],
    });
    expect(regesta('show', root, 'decision/2021/27').out).toContain('done to   amended by decision/2021/28   11.05.2021');
    expect(regesta('show', root, 'decision/2021/28').out).toContain('does      amends decision/2021/27   19.01.2021');
    expect(regesta('register', root).out).toContain('[amended by decision/2021/28]');
    expect(JSON.parse(regesta('show', root, 'decision/2021/27', '--json').out)).toMatchObject({ changedBy: [{ number: '28' }] });
    expect(await problemsOf(root)).toEqual([]);
    expect(await rebuilt(root)).toEqual(rows);
  });

  test('is missed by verify if the index forgets it', async () => {
    const root = await tempOffice();
    for (const name of ['01-reglament.xml', '10-zminy-do-rehlamentu.xml']) await dropSample(root, name);
    await runOnce(root);
    const opened = await openOffice(root);
    await opened.store.register.setState('decision', 2021, 27, 'filed');
    expect((await opened.verify()).problems).toMatchObject([{ code: 'state-differs', path: 'archive/2021/decision/27' }]);
    await opened.close();
  });
});

describe.each(OFFICE_ENGINES)('a number that is declared void, on $name', ({ tempOffice: officeOn }) => {
  test('while its act waits for a signature ends the wait: draft and reason are filed, and nothing signed is taken', async () => {
    const root = await officeOn((settings) => settings.replace('byKind: { decision: server }', 'byKind: { decision: outside }'));
    await drop(root, '1.json', JSON.parse(await plainDraft({ id: '1' })));
    await runOnce(root);
    const toSign = await readFile(join(root, 'outbox/to-sign/decision-2021-27.pdf'));
    const date = await dateOfPlain();

    await drop(root, '2.json', voiding('27', date));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 2, refused: 0, fault: 0 });
    expect((await registerOf(root)).map(({ series, number, state }) => [series, number, state])).toEqual([
      ['decision', '27', 'void'],
      ['void', '1', 'filed'],
    ]);
    const record = await recordOf(root, 'archive/2021/decision/27');
    expect(record).toMatchObject({ void: { series: 'void', year: 2021, number: '1', reason: 'Рішення зареєстровано двічі.' } });
    expect(await filesIn(join(root, 'archive/2021/decision/27'))).toEqual(['draft.json', 'record.json']);
    expect((await filesIn(join(root, 'outbox'))).filter((name) => name.includes('decision'))).toEqual([]);
    expect(await workLeft(root)).toEqual([]);
    expect(await problemsOf(root)).toEqual([]);

    await writeFile(join(root, 'inbox', 'signed.pdf'), toSign);
    await drop(root, '1.json', JSON.parse(await plainDraft({ id: '1' })));
    await drop(root, '3.json', { ...voiding('27', date), title: 'Про повторне анулювання реєстраційного номера' });
    await drop(root, '4.json', JSON.parse(await plainDraft({ id: '4' })));
    expect((await runOnce(root)).settled).toMatchObject({ refused: 2, receipt: 1, awaiting: 1 });
    const reports = (await filesIn(join(root, 'refused'))).filter((name) => name.endsWith('report.json'));
    const rules = await Promise.all(
      reports.map(async (name) => (await readFile(join(root, 'refused', name), 'utf8')).match(/"rule": "([^"]+)"/)?.[1]),
    );
    expect(rules.sort()).toEqual(['6.4-void', 'T-signed-void']);
    expect(
      (await registerOf(root)).map(({ number }) => number),
      'a void number is not given again',
    ).toEqual(['27', '28', '1']);
  });
});

test('a wait that a killed process did not end is ended by the next', async () => {
  const root = await tempOffice((settings) => settings.replace('byKind: { decision: server }', 'byKind: { decision: outside }'));
  await drop(root, '1.json', JSON.parse(await plainDraft({ id: '1' })));
  await runOnce(root);
  await drop(root, '2.json', voiding('27', await dateOfPlain()));
  const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const running = await runOffice(root, log);
  await work({ ...running, ended: async () => [] }, { once: true, log, onStop: () => undefined });
  await running.close();
  expect((await registerOf(root)).map(({ state }) => state)).toEqual(['awaiting-signature', 'filed']);
  expect(await problemsOf(root)).toEqual([]);
  const waiting = await rebuilt(root);
  expect(waiting.map(({ state, changedBy }) => [state, changedBy.length])).toEqual([
    ['awaiting-signature', 1],
    ['filed', 0],
  ]);
  await runOnce(root);
  expect((await registerOf(root)).map(({ state }) => state)).toEqual(['void', 'filed']);
  expect(await filesIn(join(root, 'outbox', 'to-sign'))).toEqual([]);
  expect(await workLeft(root)).toEqual([]);
});

test('an act that is void undoes what it did', async () => {
  const root = await tempOffice();
  for (const name of ['01-reglament.xml', '10-zminy-do-rehlamentu.xml']) await dropSample(root, name);
  await runOnce(root);
  await drop(root, '3.json', voiding('28', '2021-05-11'));
  await runOnce(root);
  const rows = linked(root);
  expect(rows.map(({ number, state, changedBy }) => [number, state, changedBy.length])).toEqual([
    ['27', 'filed', 0],
    ['28', 'void', 1],
    ['1', 'filed', 0],
  ]);
  expect(await filesIn(join(root, 'archive/2021/decision/28'))).toContain('act.pdf');
  expect(await problemsOf(root)).toEqual([]);
  expect(await rebuilt(root)).toEqual(rows);
});

describe.each(OFFICE_ENGINES)('a list of older acts, on $name', ({ tempOffice: officeOn }) => {
  const LIST = [
    'series;date;number;title;kind',
    'decision;18.01.2011;1;Про регламент роботи виконавчого комітету міської ради;decision',
    'decision;2011-02-08;12/1;"Про ""перше"" питання";',
    'decision;2011-02-08;12-а;Про друге питання;',
    'decision;2021-01-05;5;Про початок року;',
  ];
  const importing = async (root: string, lines: readonly string[]): Promise<Imported> => {
    await writeFile(join(root, 'older.csv'), `\uFEFF${lines.join('\r\n')}\r\n`);
    return importOlderActs(root, join(root, 'older.csv'));
  };

  test('is entered whole, once, and then an act of 2011 can be repealed, once', async () => {
    const root = await officeOn();
    expect(await importing(root, LIST)).toEqual({
      imported: ['decision/2011/1', 'decision/2011/12/1', 'decision/2011/12-а', 'decision/2021/5'],
      ...{ already: 0, problems: [] },
    });
    expect(await importing(root, LIST)).toEqual({ imported: [], already: 4, problems: [] });
    expect(await problemsOf(root)).toEqual([]);
    expect(await workLeft(root)).toEqual([]);

    await dropSample(root, '01-reglament.xml');
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 0, fault: 0 });
    const rows = await registerOf(root);
    expect(rows.map(({ number, ordinal, state, path }) => [number, ordinal, state, path])).toEqual([
      ['1', 1, 'repealed', 'archive/2011/decision/1'],
      ['12/1', 1_012_000, 'filed', 'archive/2011/decision/12-1'],
      ['12-а', 1_012_001, 'filed', 'archive/2011/decision/12-а'],
      ['5', 5, 'filed', 'archive/2021/decision/5'],
      ['27', 27, 'filed', 'archive/2021/decision/27'],
    ]);
    const filed = await recordOf(root, 'archive/2021/decision/27');
    expect(filed.warnings.map(({ rule }) => rule)).not.toContain('5.11-target-older');
    const ajv = new Ajv2020({ allErrors: true });
    ajvFormats.default(ajv);
    const accepts = ajv.compile(JSON.parse(await readFile('schemas/record.schema.json', 'utf8')) as object);
    const record = await recordOf(root, 'archive/2011/decision/1');
    for (const one of [record, filed]) expect(accepts(one), JSON.stringify(accepts.errors)).toBe(true);
    expect(record.imported).toMatchObject({ file: 'older.csv', line: 2 });
    expect(await problemsOf(root)).toEqual([]);

    await drop(root, '2.json', JSON.parse(await plainDraft({ id: '2', changes: [repeal('2011-01-18', '1')] })));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 0, refused: 1 });
  });

  test('is refused whole, with every wrong line named', async () => {
    const root = await officeOn();
    const wrong = [
      ...LIST,
      'decision;2021-02-05;28;Про своє;',
      'decisions;2011-01-18;2;Про інше;',
      'decision;31.02.2011;3;Про інше;',
      'decision;2011-03-01;../4;Про інше;',
      'decision;2011-03-01;12-1;Про інше;',
      'decision;2011-03-01;6;;',
      'decision;2011-03-01;7;Про інше;order',
      'decision;2011-03-01;8',
    ];
    const { imported, problems: flaws } = await importing(root, wrong);
    expect(imported).toEqual([]);
    expect(flaws.map(({ line, reason }) => [line, reason.split(/[:,]/)[0]])).toEqual([
      [6, 'number'],
      [7, 'series'],
      [8, 'date'],
      [9, 'number'],
      [10, 'the same act'],
      [11, 'title'],
      [12, 'kind'],
      [13, '3 cells'],
    ]);
    expect(await registerOf(root)).toEqual([]);
    await importing(root, LIST);
    const other = await importing(root, [LIST[0] ?? '', 'decision;2011-01-18;1;Про інше;', 'decision;2011-03-01;9;Про нове;']);
    expect(other).toMatchObject({ imported: [], problems: [{ line: 2, reason: expect.stringContaining('otherwise') }] });
    expect((await importing(root, ['series,number,title', 'x,y,z'])).problems).toMatchObject([{ line: 1 }]);
  });
});

test('an import that was killed before it was committed is done again', async () => {
  const root = await tempOffice();
  await writeFile(join(root, 'older.csv'), 'series,date,number,title\ndecision,2011-01-18,1,Про регламент\n');
  const before = await readFile(join(root, 'regesta.sqlite'));
  await importOlderActs(root, join(root, 'older.csv'));
  for (const name of await readdir(root)) if (name.startsWith('regesta.sqlite')) await rm(join(root, name));
  await writeFile(join(root, 'regesta.sqlite'), before);
  expect((await runOnce(root)).settled.fault, 'it holds up nobody').toBe(0);
  expect(await problemsOf(root)).toContainEqual(expect.objectContaining({ code: 'act-unregistered' }));
  expect(regesta('import', root, join(root, 'older.csv')).out).toContain('Older acts imported: 1;');
  expect(await problemsOf(root)).toEqual([]);
  expect((await rebuilt(root)).map(({ number, state }) => [number, state])).toEqual([['1', 'filed']]);
});
