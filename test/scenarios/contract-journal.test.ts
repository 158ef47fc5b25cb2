import { spawnSync } from 'node:child_process';
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../pipeline/model/digest.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { rebuildOffices } from '../../pipeline/wiring/rebuilding.js';
import { pageWords } from '../rendering/pdf-text.js';
import { runOnce, tempOffice } from './temp-office.js';

const CONTRACT = 'fixtures/samples/15-orenda-prymishchennia.zip';
const AMENDMENT = 'fixtures/clauses/27.13-consent/pass-legal.zip';
const TERMINATION = 'fixtures/clauses/27.15-month/pass-last-day.zip';
const VERDICT = 'fixtures/samples/16-vysnovok-orenda.json';

describe('the register of contracts of an office', () => {
  let root: string;
  const regesta = (...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/main.js', ...args], { encoding: 'utf8' });
    return { code: status, out: stdout, err: stderr };
  };
  const journal = (...args: string[]) => regesta('journal', root, ...args);
  const beside = (name: string): string => join(dirname(root), name);
  const drop = async (...files: string[]): Promise<void> => {
    for (const file of files) await copyFile(file, join(root, 'inbox', file.replaceAll('/', '-')));
    expect((await runOnce(root)).settled).toMatchObject({ refused: 0, fault: 0 });
  };

  beforeAll(async () => {
    root = await tempOffice();
    await drop(CONTRACT);
    const verdict = JSON.parse(await readFile(VERDICT, 'utf8')) as object;
    await writeFile(join(root, 'inbox', 'verdict.json'), JSON.stringify({ ...verdict, contract: sha256(await readFile(CONTRACT)) }));
    await drop();
    await drop(AMENDMENT);
  });

  test('shows a contract with its state today, its current terms and how they came about', async () => {
    const rows = JSON.parse(regesta('register', root, 'contract', '--json').out) as unknown[];
    expect(rows).toMatchObject([{ number: '1', state: 'amended', ends: '2031-02-04', path: 'archive/2021/contract/1' }]);
    const shown = regesta('show', root, 'contract/2021/1').out;
    expect(shown).toContain('amount    137500.00 UAH');
    expect(shown).toContain('10.02.2021   registered by examination/2021/1, concluded 01.02.2021');
    expect(shown).toMatch(/07\.10\.2021 {3}amended by amendment\/2021\/1\/1\n +amount: 125000\.00 UAH → 137500\.00 UAH/);
    const [fact] = [JSON.parse(regesta('show', root, 'contract/2021/1', '--json').out) as Record<string, unknown>];
    expect(fact).toMatchObject({
      ...{ state: 'amended', lastDay: '2031-02-04', verdict: { series: 'examination', number: '1' }, terminations: [] },
      registered: { is: 'contract', amount: { value: '125000.00' } },
      terms: { amount: { value: '137500.00' }, term: { until: '2031-02-04' } },
      amendments: [{ series: 'amendment', number: '1/1', concluded: '2021-10-04' }],
    });
  });

  test('is printed as a journal, in a new file only', async () => {
    expect(journal('--out', beside('journal.pdf'))).toMatchObject({ code: 0, err: '' });
    const [page] = await pageWords(await readFile(beside('journal.pdf')));
    expect(page).toContain('Журнал реєстрації договорів 1 договір, зареєстровано 10.02.2021 Станом на ');
    expect(page).toContain('Товариство з обмеженою');
    expect(page).toMatch(/Додаткова угода № 1\/1 від 07\.10\.2021: сума/);
    expect(journal('--out', beside('journal.docx')).code).toBe(0);
    expect(journal('--out', beside('journal.pdf'))).toMatchObject({ code: 2, err: expect.stringContaining('is there already') });
  });

  test('is told as data, in a file or on standard output', async () => {
    const data = JSON.parse(journal('--format', 'json').out) as Record<string, readonly Record<string, unknown>[]>;
    expect(data['contracts']).toMatchObject([
      { uid: '2021-1', authorityName: 'Каховська міська рада', investorId: '11111116', amountValue: '137500.00', status: 'Чинний' },
    ]);
    expect(data['additionalDocuments']).toMatchObject([{ uid: '2021-1/1', contractUid: '2021-1', type: 'Додаткова угода' }]);
    expect(journal('--out', beside('contracts.csv')).code).toBe(0);
    expect(await readFile(beside('contracts.csv'), 'utf8')).toBe(journal().out);
    expect(await readFile(beside('contracts.additionalDocuments.csv'), 'utf8')).toMatch(
      /^uid,contractUid,[^\r]*\r\n2021-1\/1,2021-1,1\/1,2021-10-04,/,
    );
  });

  test('is chosen from by year, party, controller, end and state, together', () => {
    const numbers = (...args: string[]): number => journal('--format', 'csv', ...args).out.split('\r\n').length - 2;
    expect(numbers('--year', '2021', '--counterparty', '11111116', '--controller', 'осадча', '--state', 'amended')).toBe(1);
    expect(numbers('--ending', '9999d')).toBe(1);
    for (const none of [
      ['--year', '2020'],
      ['--counterparty', '99999999'],
      ['--ending', '30d'],
      ['--state', 'ended'],
    ])
      expect(numbers(...none)).toBe(0);
  });

  test('does not take options that make no sense', () => {
    for (const args of [
      ['--format', 'pdf'],
      ['--out', 'x.txt'],
      ['--out', 'x.pdf', '--format', 'csv'],
      ['contract-refusal', '--state', 'void'],
      ['other'],
    ])
      expect(journal(...args).code).toBe(2);
    expect(journal('contract-refusal')).toMatchObject({ code: 0, out: expect.stringMatching(/^uid,number,date,[^\r]*\r\n$/) });
  });

  test('is made again from the archive alone, and is held against it', async () => {
    await drop(TERMINATION);
    const before = journal('--format', 'json').out;
    expect(before).toContain('Розірваний');
    const ajv = new Ajv2020({ allErrors: true });
    ajvFormats.default(ajv);
    const accepts = ajv.compile(JSON.parse(await readFile('schemas/record.schema.json', 'utf8')) as object);
    for (const act of ['contract/1', 'amendment/1-1', 'termination/1'])
      expect([accepts(JSON.parse(await readFile(join(root, 'archive/2021', act, 'record.json'), 'utf8'))), accepts.errors]).toEqual([
        true,
        null,
      ]);
    for (const name of await readdir(root)) if (name.startsWith('regesta.sqlite')) await rm(join(root, name));
    expect((await rebuildOffices([root])).problems).toEqual([]);
    expect(journal('--format', 'json').out).toBe(before);
    const record = join(root, 'archive/2021/amendment/1-1/record.json');
    await writeFile(record, (await readFile(record, 'utf8')).replace('"137500.00"', '"1.00"'));
    const opened = await openOffice(root);
    const { problems } = await opened.verify().finally(() => opened.close());
    const message = 'register and record differ in what is noted of a contract';
    expect(problems).toContainEqual({ code: 'register-differs', path: 'archive/2021/amendment/1-1', message });
  });
});
