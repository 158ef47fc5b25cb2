import { describe, expect, test } from 'vitest';
import type { ContractTerms } from '../../pipeline/model/contract.js';
import { isChosen } from '../../pipeline/model/contract-choice.js';
import {
  type ContractFacts,
  type ContractOnRecord,
  contractState,
  currentEnd,
  currentTerms,
  firstDay,
  lastDay,
  notedFacts,
} from '../../pipeline/model/contract-register.js';
import { EMPTY_CONTENT } from '../../pipeline/model/draft.js';
import { day } from '../store/sample.js';

const NOTHING: ContractTerms = { parties: [], controllers: [] };
const party = (name: string, code: string) => ({ name, code, signed: true, sealed: true });
const FACTS: ContractFacts = {
  ...{ is: 'contract', subject: 'Оренда', concluded: day('2021-01-11'), received: day('2021-01-12') },
  parties: [party('Виконавчий комітет', '00000000'), party('ТОВ «Степ»', '12345678')],
  term: { period: { count: 12, unit: 'months' }, performance: false },
  controllers: [{ post: 'Начальник відділу', name: 'Олена КОВАЛЬ' }],
};
const row = {
  series: 'contract',
  year: 2021,
  number: '1',
  ordinal: 1,
  date: day('2021-01-20'),
  title: 'Оренда',
  kind: 'contract',
} as const;
const contract = (more: Partial<ContractOnRecord> = {}): ContractOnRecord => ({
  row: { ...row, state: 'filed', path: 'archive/2021/contract/1', office: 'main' },
  ...{ facts: FACTS, amendments: [], terminations: [], ends: day('2022-01-10'), ...more },
});
const amendment = (newTerms: Partial<ContractTerms>) => ({ newTerms: { ...NOTHING, ...newTerms } });

describe('the terms of a contract', () => {
  test('are those of the last amendment that speaks of each', () => {
    const until = { until: day('2023-12-31'), performance: false };
    const terms = currentTerms(FACTS, [
      amendment({ subject: 'Суборенда', amount: { value: '1.00' } }),
      amendment({ term: until }),
      {},
      amendment({ subject: 'Оренда складу', controllers: [{ name: 'Іван БОНДАР' }] }),
    ]);
    expect(terms).toMatchObject({ subject: 'Оренда складу', amount: { value: '1.00' }, term: until, parties: FACTS.parties });
    expect(terms.controllers).toEqual([{ name: 'Іван БОНДАР' }]);
  });

  test('end where a period from the conclusion ends, and on no day where it is till performance', () => {
    expect(currentEnd(FACTS, [])).toBe('2022-01-10');
    expect(currentEnd(FACTS, [amendment({ term: { performance: true } })])).toBeNull();
  });

  test('begin with registration, with signing, on a day, or where the term begins', () => {
    const first = (more: Partial<ContractFacts>): string => firstDay(contract({ facts: { ...FACTS, ...more } }));
    expect(first({})).toBe('2021-01-20');
    expect(first({ effective: 'signing' })).toBe('2021-01-11');
    expect(first({ effective: '2021-03-01' })).toBe('2021-03-01');
    expect(first({ effective: 'signing', term: { from: day('2021-02-01'), performance: true } })).toBe('2021-02-01');
  });

  test('last till the day before an early end, or till it was decided', () => {
    const ended = (more: object): string | null =>
      lastDay(contract({ terminations: [{ row: contract().row, facts: { is: 'termination', decided: day('2021-05-01'), ...more } }] }));
    expect(lastDay(contract())).toBe('2022-01-10');
    expect(ended({ effective: day('2021-06-01') })).toBe('2021-05-31');
    expect(ended({})).toBe('2021-05-01');
  });
});

test('the state of a contract is that of its entry, and of its term on the day', () => {
  const on = (state: Parameters<typeof contractState>[0]): string[] =>
    ['2022-01-10', '2022-01-11'].map((today) => contractState(state, day('2022-01-10'), day(today)));
  expect(on('filed')).toEqual(['registered', 'ended']);
  expect(on('registered')).toEqual(['registered', 'ended']);
  expect(on('amended')).toEqual(['amended', 'ended']);
  expect(on('awaiting-signature')).toEqual(['awaiting-signature', 'awaiting-signature']);
  expect(on('terminated')).toEqual(['terminated', 'terminated']);
  expect(on('void')).toEqual(['void', 'void']);
  expect(contractState('filed', null, day('2099-01-01'))).toBe('registered');
});

test('nothing is noted of what is no document about a contract', () => {
  expect(notedFacts({ ...EMPTY_CONTENT, kind: 'letter', subject: 'Оренда' }, {})).toBeUndefined();
  expect(notedFacts({ ...EMPTY_CONTENT, kind: 'examination' }, { examines: 'verdict' })).toBeUndefined();
});

describe('contracts are chosen', () => {
  const today = day('2021-12-20');
  const chosen = (choice: Parameters<typeof isChosen>[2], one = contract()): boolean =>
    isChosen(one, contractState(one.row.state, one.ends, today), choice, today);

  test('by a party: its code, or a part of its name whatever the quotation marks and the case', () => {
    expect(chosen({ counterparty: '12345678' })).toBe(true);
    expect(chosen({ counterparty: '1234567' })).toBe(false);
    expect(chosen({ counterparty: 'тов "степ"' })).toBe(true);
    expect(chosen({ counterparty: 'Дніпро' })).toBe(false);
  });

  test('by who answers for the performance now', () => {
    const handed = { row: contract().row, facts: { is: 'amendment', ...amendment({ controllers: [{ name: 'Іван БОНДАР' }] }) } } as const;
    expect(chosen({ controller: 'коваль' })).toBe(true);
    expect(chosen({ controller: 'коваль' }, contract({ amendments: [handed] }))).toBe(false);
    expect(chosen({ controller: 'Бондар' }, contract({ amendments: [handed] }))).toBe(true);
  });

  test('by an end that is near, if they are in force; choices combine', () => {
    expect(chosen({ endingDays: 21 })).toBe(true);
    expect(chosen({ endingDays: 20 })).toBe(false);
    expect(chosen({ endingDays: 21 }, contract({ ends: day('2021-12-19') }))).toBe(false);
    expect(chosen({ endingDays: 21 }, contract({ row: { ...contract().row, state: 'terminated' } }))).toBe(false);
    expect(chosen({ endingDays: 21, state: 'registered', counterparty: 'степ' })).toBe(true);
    expect(chosen({ endingDays: 21, state: 'amended', counterparty: 'степ' })).toBe(false);
  });
});
