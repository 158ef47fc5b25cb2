import { describe, expect, test } from 'vitest';
import {
  CONTRACT_JOURNAL,
  choiceWords,
  contractJournalRow,
  contractSpanWords,
  REFUSAL_JOURNAL,
  refusalJournalRow,
} from '../../pipeline/kinds/contract-journal.js';
import type { ContractOnRecord, Noted, TerminationFacts } from '../../pipeline/model/contract-register.js';
import type { RegisterRow } from '../../pipeline/model/register-row.js';
import { day } from '../store/sample.js';

const row: RegisterRow = {
  ...{ series: 'contract', year: 2021, number: '12', ordinal: 12, date: day('2021-01-20'), title: 'Оренда', kind: 'contract' },
  ...{ state: 'amended', path: 'archive/2021/contract/12', office: 'main' },
};
const changed = (number: string, date: string, newTerms: object) => ({
  row: { ...row, series: 'amendment', number, date: day(date) },
  facts: { is: 'amendment' as const, newTerms: { parties: [], controllers: [], ...newTerms } },
});
const contract: ContractOnRecord = {
  row,
  facts: {
    ...{ is: 'contract', subject: 'Оренда складу', concluded: day('2021-01-11'), amount: { value: '12000.00', words: 'дванадцять тисяч' } },
    parties: [
      { role: 'Орендодавець', name: 'Міська рада', code: '00000023', address: 'м. Каховка', signed: true, sealed: true },
      { name: 'Іван Зразок', type: 'individual', code: '1111111118', bank: { iban: 'UA1', name: 'Банк' }, signed: true, sealed: false },
    ],
    term: { until: day('2021-12-31'), performance: false },
    controllers: [{ post: 'Начальник відділу', name: 'Коваль Олена Петрівна' }],
  },
  amendments: [
    changed('12/1', '2021-03-05', { term: { until: day('2022-12-31'), performance: false } }),
    changed('12/2', '2021-05-05', { term: { performance: true, until: undefined }, amount: { value: '15000.50', words: 'пʼятнадцять' } }),
  ],
  terminations: [],
  ends: null,
};

describe('the row of a contract in the journal', () => {
  test('has the six fields of R 27.10 as they are now, under their columns', () => {
    const cells = contractJournalRow(contract, 'amended');
    expect(cells).toHaveLength(CONTRACT_JOURNAL.length);
    expect(cells.slice(0, 7)).toEqual([
      ['№ 12', '20.01.2021'],
      ['Оренда складу'],
      ['Орендодавець: Міська рада, код ЄДРПОУ 00000023', 'Сторона 2: Іван Зразок, РНОКПП 1111111118'],
      ['11.01.2021'],
      ['до повного виконання зобовʼязань'],
      ['Орендодавець: м. Каховка', 'Сторона 2: IBAN UA1, Банк'],
      ['Коваль Олена Петрівна, Начальник відділу'],
    ]);
  });

  test('marks each amendment with what was before it, an early end, and the end of the term', () => {
    const end: Noted<TerminationFacts> = {
      row: { ...row, series: 'termination', number: '3', date: day('2021-07-06') },
      facts: { is: 'termination', ground: 'court', decided: day('2021-06-30'), effective: day('2021-08-01') },
    };
    expect(contractJournalRow({ ...contract, terminations: [end] }, 'terminated')[7]).toEqual([
      'Додаткова угода № 12/1 від 05.03.2021: строк дії (було: до 31.12.2021)',
      'Додаткова угода № 12/2 від 05.05.2021: строк дії (було: до 31.12.2022); сума — 15\u00a0000,50 грн (було: 12\u00a0000,00 грн)',
      'Дію припинено достроково з 01.08.2021; відмітка № 3 від 06.07.2021; на підставі рішення суду від 30.06.2021',
    ]);
    expect(contractJournalRow({ ...contract, amendments: [], ends: day('2021-12-31') }, 'ended')[7]).toEqual([
      'Строк дії закінчився 31.12.2021',
    ]);
    expect(contractJournalRow({ ...contract, amendments: [] }, 'void')[7]).toEqual(['Номер анульовано']);
  });
});

test('the row of a refusal has every ground with its clause', () => {
  const grounds = [{ clause: '27.10', text: 'Немає предмета' }, { clause: '27.4' }];
  const cells = refusalJournalRow({ row, facts: { is: 'refusal', addressees: ['ТОВ «Степ»'], received: day('2021-01-12'), grounds } });
  expect(cells).toHaveLength(REFUSAL_JOURNAL.length);
  expect(cells[4]).toEqual(['12.01.2021']);
  expect(cells[5]?.[0]).toBe('1) Немає предмета (п. 27.10 Регламенту).');
});

test('columns share the whole width', () => {
  for (const columns of [CONTRACT_JOURNAL, REFUSAL_JOURNAL]) expect(columns.reduce((sum, { share }) => sum + share, 0)).toBe(100);
});

test('what the register holds and what was chosen of it is said in words', () => {
  const span = { first: day('2021-01-12'), last: day('2021-12-30') };
  expect(contractSpanWords({ entries: 10_000, ...span })).toBe('10\u00a0000 договорів, зареєстровано з 12.01.2021 до 30.12.2021');
  expect(contractSpanWords({ entries: 1, first: span.first, last: span.first })).toBe('1 договір, зареєстровано 12.01.2021');
  expect(choiceWords({ state: 'amended', endingDays: 30, counterparty: 'Степ' })).toBe(
    'стан — зі змінами; строк дії закінчується протягом 30 днів; сторона — Степ',
  );
  expect(choiceWords({ year: 2021 })).toBe('');
});
