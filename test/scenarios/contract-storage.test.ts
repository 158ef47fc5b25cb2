import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '../../pipeline/model/digest.js';
import { closeYear } from '../../pipeline/wiring/closing.js';
import { destroyable } from '../../pipeline/wiring/destroyable.js';
import { amendment, examination, leaseZip, paper } from './contract-papers.js';
import { runOnce, tempOffice } from './temp-office.js';

type Json = Readonly<Record<string, unknown>>;

const ARCHIVE = { post: 'Начальник архівного відділу', name: 'Марія ДАВИДЕНКО' };
const GENERAL = { post: 'Начальник загального відділу', name: 'Тетяна ЯВОРСЬКА' };

test('contracts and papers of their examination are kept three years after the contract has ended, as the register has it', async () => {
  const root = await tempOffice();
  let dropped = 0;
  const filed = async (count: number, ...files: readonly (Json | Buffer)[]): Promise<void> => {
    for (const file of files) {
      dropped += 1;
      const isZip = Buffer.isBuffer(file);
      await writeFile(join(root, 'inbox', `${100 + dropped}.${isZip ? 'zip' : 'json'}`), isZip ? file : JSON.stringify(file));
    }
    expect((await runOnce(root)).settled).toMatchObject({ filed: count, refused: 0, fault: 0 });
  };
  /** Of the contract's case and of that of its examination: from when they may go, and whether that or an unknown end keeps them. */
  const kept = async () =>
    (await destroyable(root, 2021, 'legal')).map(({ index, from, reasons }) => [
      ...[index, from],
      reasons.map(({ rule }) => rule).filter((rule) => rule === '28.2-kept' || rule === '28.2-term'),
    ]);

  const planned = { unit: 'legal', article: '330' };
  const zip = await leaseZip();
  await filed(1, {
    ...{ kind: 'nomenclature', year: 2021, signing: { date: '2021-01-11' }, signatory: GENERAL },
    plannedCases: [
      { ...planned, index: '04-01', heading: 'Договори', takes: [{ kind: 'contract' }, { kind: 'amendment' }, { kind: 'termination' }] },
      { ...planned, index: '04-02', heading: 'Документи правової експертизи договорів', takes: [{ kind: 'examination' }] },
      { index: '02-10', unit: 'general', article: '122', heading: 'Номенклатура справ', takes: [{ kind: 'nomenclature' }] },
    ],
  });
  await filed(0, zip);
  await filed(2, examination(sha256(zip), 'register', '2021-03-11'));
  const from = '2035-01-01';
  expect(await kept(), 'a lease until 28.02.2031').toEqual([
    ['04-01', from, ['28.2-term']],
    ['04-02', from, ['28.2-term']],
  ]);

  const of = { series: 'contract', date: '2021-03-11', number: '1' };
  const untilDone = { from: '2021-03-01', performance: true };
  await filed(1, await amendment(of, '2021-06-01', { newTerms: { term: untilDone } }));
  expect(await kept(), 'nobody knows when it will be performed').toEqual([
    ['04-01', null, ['28.2-kept']],
    ['04-02', null, ['28.2-kept']],
  ]);

  const end = { received: '2021-08-03', ground: 'consent', decided: '2021-08-02', of, effective: { on: '2021-12-01' } };
  await filed(
    1,
    paper('termination', '2021-08-04', { title: 'Про припинення договору оренди', reason: 'Павільйон передано громаді', ...end }),
  );
  expect(await kept()).toEqual([
    ['04-01', '2025-01-01', []],
    ['04-02', '2025-01-01', []],
  ]);

  expect(await closeYear(root, 2021, 'legal')).toMatchObject({ done: true });
  await filed(2);
  const caseFiles = ['04-01', '04-02'].map((index) => ({ year: 2021, index, decision: 'destroy' }));
  await filed(1, { kind: 'appraisal', members: [GENERAL], caseFiles, signing: { date: '2022-03-01' }, signatory: ARCHIVE });
  expect(
    (await destroyable(root, 2021, 'legal')).map(({ reasons }) => reasons),
    'nothing keeps them',
  ).toEqual([[], []]);
});
