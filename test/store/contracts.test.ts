import { beforeEach, describe, expect, test } from 'vitest';
import type { Party } from '../../pipeline/model/contract.js';
import { type ContractFacts, type ContractOnRecord, contractState, type NotedFacts } from '../../pipeline/model/contract-register.js';
import type { LocalDate } from '../../pipeline/model/date.js';
import type { EffectKind } from '../../pipeline/model/effect.js';
import type { KnownPart, NewEntry, Store } from '../../pipeline/model/ports.js';
import type { Registration } from '../../pipeline/model/registration.js';
import { day, event, indexed, newEntry } from './sample.js';
import { ENGINES, type ScratchStore } from './scratch-store.js';

const party: Party = { role: 'Орендар', name: 'ТОВ «Степ»', code: '12345678', signed: true, sealed: true };
const lease = (until?: LocalDate): ContractFacts => ({
  ...{ is: 'contract', contractType: 'lease', subject: 'Оренда приміщення', parties: [party], concluded: day('2021-01-11') },
  ...{ received: day('2021-01-12'), term: { until, performance: until === undefined } },
  controllers: [{ post: 'Начальник відділу', name: 'Олена КОВАЛЬ' }],
});
const newTerm = (until: LocalDate): NotedFacts => ({
  is: 'amendment',
  newTerms: { parties: [], controllers: [], term: { until, performance: false } },
});

describe.each(ENGINES)('contracts in the register, on $name', ({ scratchStore }) => {
  let scratch: ScratchStore;
  let store: Store;
  beforeEach(async () => {
    scratch = await scratchStore();
    store = await scratch.open();
    return () => scratch.remove();
  });
  const contract = (drop: string, facts: NotedFacts, more: Partial<NewEntry> = {}): Promise<Registration> =>
    store.register.register(
      newEntry(drop, { series: 'contract', kind: 'contract', issuer: 'unit', contract: facts, ...more }),
      event(drop),
    );
  const later = (drop: string, facts: NotedFacts, how: EffectKind, number = '1', series: string = facts.is): Promise<Registration> =>
    contract(drop, facts, {
      ...{ series, kind: series, date: day('2021-02-01') },
      effects: [{ series: 'contract', year: 2021, number, how, reason: null }],
    });
  const voids = (drop: string, series: string): Promise<Registration> =>
    store.register.register(
      newEntry(drop, { series: 'void', effects: [{ series, year: 2021, number: '1', how: 'voids', reason: 'помилка' }] }),
      event(drop),
    );
  const file = (drop: string, given: Registration): Promise<void> =>
    store.index.file(indexed(drop, given, 'слова'), event(drop), async () => undefined);
  const all = async (filter = {}): Promise<ContractOnRecord[]> => {
    const found: ContractOnRecord[] = [];
    for await (const one of store.contracts.contracts(filter)) found.push(one);
    return found;
  };
  const stateOn = async (today: string): Promise<string | undefined> => {
    const row = await store.register.find('contract', 2021, '1');
    const ends = (await store.contracts.ends()).get('contract/2021/1') ?? null;
    return row && contractState(row.state, ends, day(today));
  };

  test('are noted with what R 27.10 asks, once', async () => {
    await contract('a', lease(day('2021-12-31')));
    await contract('a', lease(day('2021-12-31')));
    expect(await all()).toEqual([
      {
        row: await store.register.find('contract', 2021, '1'),
        ...{ facts: JSON.parse(JSON.stringify(lease(day('2021-12-31')))), amendments: [], terminations: [], ends: '2021-12-31' },
      },
    ]);
    expect(await store.contracts.contract({ series: 'contract', year: 2021, number: '2' })).toBeUndefined();
  });

  test('end by themselves the day after the last of their current term', async () => {
    await file('a', await contract('a', lease(day('2021-03-31'))));
    expect([await stateOn('2021-03-31'), await stateOn('2021-04-01')]).toEqual(['registered', 'ended']);
    await later('b', newTerm(day('2021-12-31')), 'amends');
    expect([await stateOn('2021-12-31'), await stateOn('2022-01-01')]).toEqual(['amended', 'ended']);
  });

  test('know their amendments in order of registration, and forget a void one', async () => {
    await file('a', await contract('a', lease(day('2021-03-31'))));
    await file('b', await later('b', newTerm(day('2022-12-31')), 'amends'));
    await later('c', newTerm(day('2023-12-31')), 'amends', '1', 'amendment-c');
    const [found] = await all();
    expect(found?.amendments.map(({ facts }) => facts.newTerms?.term?.until)).toEqual(['2022-12-31', '2023-12-31']);
    expect(found?.ends).toBe('2023-12-31');
    await file('d', await voids('d', 'amendment-c'));
    await file('c', { ...(await later('c', newTerm(day('2023-12-31')), 'amends', '1', 'amendment-c')) });
    expect((await all())[0]).toMatchObject({ amendments: [{ row: { series: 'amendment', state: 'filed' } }], ends: '2022-12-31' });
    await voids('e', 'amendment');
    expect((await all())[0]).toMatchObject({ amendments: [], ends: '2021-03-31' });
  });

  test('are ended before their term', async () => {
    await file('a', await contract('a', lease(day('2021-12-31'))));
    const end: NotedFacts = { is: 'termination', ground: 'consent', decided: day('2021-05-01'), effective: day('2021-06-01') };
    await later('b', end, 'terminates');
    expect((await all())[0]).toMatchObject({ row: { state: 'terminated' }, terminations: [{ facts: end }] });
    expect(await stateOn('2022-06-01')).toBe('terminated');
  });

  test('come page by page in order of number, of one year and with an end in an interval', async () => {
    for (let number = 1; number <= 203; number += 1) {
      const year = number === 203 ? 2022 : 2021;
      await contract(`a${number}`, lease(number % 2 === 0 ? undefined : day(`2022-0${1 + (number % 9)}-01`)), {
        date: day(`${year}-01-19`),
      });
    }
    const found = await all();
    expect(found.map(({ row }) => `${row.year}/${row.number}`)).toEqual([
      ...Array.from({ length: 202 }, (_, index) => `2021/${index + 1}`),
      '2022/1',
    ]);
    expect(await all({ year: 2022 })).toHaveLength(1);
    const inMay = await all({ endsFrom: day('2022-05-01'), endsTo: day('2022-05-31') });
    expect(inMay.map(({ ends }) => ends)).toEqual(found.filter(({ ends }) => ends === '2022-05-01').map(({ ends }) => ends));
    expect(inMay.length).toBeGreaterThan(5);
  });

  test('that went back are known by their letters', async () => {
    const refusal: NotedFacts = { is: 'refusal', addressees: ['ТОВ «Степ»'], grounds: [{ clause: '27.10', text: 'Немає предмета' }] };
    await contract('a', refusal, { series: 'contract-refusal', kind: 'contract-refusal' });
    const found = [];
    for await (const one of store.contracts.refusals({ year: 2021 })) found.push(one);
    expect(found).toEqual([{ row: await store.register.find('contract-refusal', 2021, '1'), facts: refusal }]);
    expect(await all()).toEqual([]);
  });

  test('are the same in an index that is made again', async () => {
    const first = await contract('a', lease(day('2021-03-31')));
    await file('a', first);
    const second = await later('b', newTerm(day('2022-12-31')), 'amends');
    await file('b', second);
    const before = await all();
    const effects = [{ series: 'contract', year: 2021, number: '1', how: 'amends', reason: null }] as const;
    async function* parts(): AsyncGenerator<KnownPart> {
      for (const [drop, registration, facts] of [
        ['b', second, newTerm(day('2022-12-31'))],
        ['a', first, lease(day('2021-03-31'))],
      ] as const) {
        const { drop: sha, title, issuer } = newEntry(drop);
        yield {
          entry: {
            ...{ registration, kind: registration.series, title, id: null, drop: sha, issuer, delegated: false, imported: false },
            effects: drop === 'b' ? effects : [],
            contract: facts,
            ...{ state: 'filed', path: `archive/2021/${registration.series}/1`, text: 'слова' },
          },
          ...{ lines: [], placed: true, office: 'main' },
        };
      }
    }
    const other = await scratchStore();
    try {
      store = await other.open();
      await store.refill(parts());
      expect(await all()).toEqual(before);
    } finally {
      await other.remove();
    }
  });
});
