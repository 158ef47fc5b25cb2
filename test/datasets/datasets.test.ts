import { describe, expect, test } from 'vitest';
import { CONTRACT_COLUMNS, contractRecord, documentRecords } from '../../pipeline/datasets/contracts.js';
import { csv, type DataRecord } from '../../pipeline/datasets/csv.js';
import { json } from '../../pipeline/datasets/json.js';
import type { ContractOnRecord } from '../../pipeline/model/contract-register.js';
import { day } from '../store/sample.js';

async function* each(records: readonly DataRecord[]): AsyncGenerator<DataRecord> {
  yield* records;
}
async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('data', () => {
  test('is CSV as RFC 4180 has it, absent values the word null, the words of formulas as they are', async () => {
    const records = [{ a: 'ТОВ «Степ», «Лан»', b: null }, { a: 'каже "так"\nі ні', b: 'null' }, { a: '=1+1', b: '' }, {}];
    expect(await textOf(csv(['a', 'b'], each(records)))).toBe(
      'a,b\r\n"ТОВ «Степ», «Лан»",null\r\n"каже ""так""\nі ні","null"\r\n=1+1,\r\nnull,null\r\n',
    );
  });

  test('is JSON of lists under their names, every record with every column, the empty list too', async () => {
    const text = await textOf(
      json([
        { name: 'contracts', columns: ['a', 'b'], records: each([{ a: '1' }, { b: '2' }]) },
        { name: 'none', columns: ['a'], records: each([]) },
      ]),
    );
    expect(JSON.parse(text)).toEqual({
      contracts: [
        { a: '1', b: null },
        { a: null, b: '2' },
      ],
      none: [],
    });
  });
});

describe('a contract as data', () => {
  const row = {
    ...{ series: 'contract', year: 2021, number: '12', ordinal: 12, date: day('2021-01-20'), title: 'Оренда' },
    office: 'main',
  };
  const entry = { ...row, kind: 'contract', state: 'amended', path: 'archive/2021/contract/12' } as const;
  const party = (name: string, code: string) => ({ name, code, signed: true, sealed: true });
  const contract: ContractOnRecord = {
    row: entry,
    facts: {
      ...{ is: 'contract', subject: 'Оренда', concluded: day('2021-01-11'), amount: { value: '100.00' }, controllers: [] },
      parties: [party('ТОВ «Степ»', '12345678'), party('Міська рада', '00000001'), party('ТОВ «Лан»', '87654321')],
      term: { until: day('2021-12-31'), performance: false },
    },
    amendments: [
      {
        row: { ...entry, series: 'amendment', number: '12/1', title: 'Про зміни' },
        facts: { is: 'amendment', concluded: day('2021-03-01'), newTerms: { parties: [], controllers: [], amount: { value: '250.50' } } },
      },
    ],
    terminations: [
      { row: { ...entry, series: 'termination', number: '12', title: 'Про припинення' }, facts: { is: 'termination', ground: 'court' } },
    ],
    ends: day('2021-12-31'),
  };
  const body = { names: [], fullName: 'Виконком', genitive: '', subject: '', place: '', edrpou: '00000000' };
  const office = { body, bodies: [{ ...body, id: 'council', edrpou: '00000001' }] };

  test('has current terms, our body as the authority and the others as parties', () => {
    const record = contractRecord(contract, 'amended', office);
    expect(Object.keys(record).filter((key) => !(CONTRACT_COLUMNS as readonly string[]).includes(key))).toEqual([]);
    expect(record).toMatchObject({
      ...{ uid: '2021-12', number: '12', dateSigned: '2021-01-11', description: 'Оренда', amountValue: '250.50', status: 'Чинний' },
      ...{ authorityName: 'Міська рада', authorityId: '00000001', investorName: 'ТОВ «Степ»', investorId: '12345678' },
      ...{ partiesName: 'ТОВ «Лан»', partiesId: '87654321', startDate: '2021-01-20', endDate: '2021-12-31', publisherId: '00000000' },
    });
    expect(['ended', 'terminated', 'void'].map((state) => contractRecord(contract, state as 'ended', office)['status'])).toEqual([
      ...['Виконаний', 'Розірваний', 'Скасований'],
    ]);
  });

  test('names no authority where none of the parties is ours', () => {
    const facts = { ...contract.facts, parties: [party('ТОВ «Степ»', '12345678')] };
    expect(contractRecord({ ...contract, facts }, 'registered', office)).toMatchObject({ authorityName: null, investorName: 'ТОВ «Степ»' });
  });

  test('has its documents beside it, no two under one identifier', () => {
    const records = documentRecords(contract);
    expect(records).toMatchObject([
      { uid: '2021-12/1', contractUid: '2021-12', type: 'Додаткова угода', amountValue: '250.50', title: 'Про зміни' },
      { uid: 'termination-2021-12', contractUid: '2021-12', type: 'Рішення суду' },
    ]);
  });
});
