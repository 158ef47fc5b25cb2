import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../pipeline/model/digest.js';
import type { JournalLine } from '../../pipeline/model/journal.js';
import type { Store } from '../../pipeline/model/ports.js';
import { type Built, buildForChildren } from './child-process.js';
import { day, event, journalOf, newEntry } from './sample.js';
import { ENGINES, type ScratchStore } from './scratch-store.js';

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

describe.each(ENGINES)('the register on $name', ({ scratchStore }) => {
  let scratch: ScratchStore;
  let store: Store;
  beforeEach(async () => {
    scratch = await scratchStore();
    store = await scratch.open();
    return () => scratch.remove();
  });
  const register = (drop: string, more = {}) => store.register.register(newEntry(drop, more), event(drop));

  test('gives number, entry and journal line together', async () => {
    const registration = await register('a', { id: 'reglament', opening: 27, title: 'Про регламент' });
    expect(registration).toEqual({
      ...{ series: 'decision', year: 2021, ordinal: 27, number: '27', date: '2021-01-19' },
      registeredAt: expect.stringMatching(/^2021-01-20T09:00:\d\d\.000Z$/),
    });
    const row = {
      ...{ series: 'decision', year: 2021, ordinal: 27, number: '27', date: '2021-01-19', kind: 'decision', title: 'Про регламент' },
      ...{ state: 'registered', path: 'archive/2021/decision/27', office: 'main' },
    };
    expect(await store.register.list({})).toEqual([row]);
    expect(await store.register.find('decision', 2021, '27')).toEqual(row);
    expect(await store.register.byDrop(sha256('a'))).toEqual(row);
    expect(await store.register.byId('decision', 'reglament')).toEqual({
      ...{ path: 'archive/2021/decision/27', number: '27', year: 2021, sha256: sha256('a'), state: 'registered' },
    });
    const [line] = await journalOf(store);
    expect(line).toMatchObject({ seq: 1, step: 'registered', claim: 'claim-a', act: 'decision/2021/27', drop: sha256('a') });
  });

  test('gives the same bytes the registration they have, and no second line', async () => {
    const first = await register('a');
    await register('b');
    expect(await register('a')).toEqual(first);
    expect(await store.register.list({})).toHaveLength(2);
    expect(await journalOf(store)).toHaveLength(2);
  });

  test('counts each year and each series by itself, and a back-dated act takes the next number of its own year', async () => {
    await register('a', { date: day('2020-12-29'), opening: 310 });
    await register('b', { date: day('2021-01-05') });
    await register('c', { date: day('2021-01-12') });
    await register('d', { series: 'order', date: day('2021-01-12'), formatNumber: (ordinal: number) => `${ordinal}-к` });
    const late = await register('e', { date: day('2020-12-30'), opening: 310 });
    const next = await register('f', { date: day('2021-01-13') });

    expect([late.year, late.ordinal, next.ordinal]).toEqual([2020, 311, 3]);
    expect((await store.register.list({})).map(({ path }) => path)).toEqual([
      'archive/2020/decision/310',
      'archive/2020/decision/311',
      'archive/2021/decision/1',
      'archive/2021/decision/2',
      'archive/2021/decision/3',
      'archive/2021/order/1-к',
    ]);
    expect((await store.register.list({ series: 'decision', year: 2020 })).map(({ number }) => number)).toEqual(['310', '311']);
    expect(await store.register.lastDate('decision', 2020)).toBe('2020-12-30');
    expect(await store.register.lastDate('decision', 2019)).toBeUndefined();
    expect(await store.register.lastDate('decision', 2020, late.ordinal)).toBe('2020-12-29');
  });

  test('finds an act by series, number and the year of a date, and none by less', async () => {
    await register('a', { series: 'order', date: day('2021-02-15') });
    const reference = { series: 'order', date: day('2021-03-01'), number: '1' };
    expect(await store.register.act(reference)).toMatchObject({ row: { date: '2021-02-15', state: 'registered' } });
    expect(await store.register.act({ ...reference, date: day('2020-02-15') })).toBeUndefined();
    expect(await store.register.act({ ...reference, number: undefined })).toBeUndefined();
  });

  test('sorts by ordinal, not by the digits of the number, and writes `/` of a number as `-` in the path', async () => {
    for (const drop of ['a', 'b']) await register(drop, { opening: 9, formatNumber: (ordinal: number) => `${ordinal}/1` });
    expect((await store.register.list({})).map(({ number, path }) => [number, path])).toEqual([
      ['9/1', 'archive/2021/decision/9-1'],
      ['10/1', 'archive/2021/decision/10-1'],
    ]);
  });

  test('tells the next number without taking it', async () => {
    const next = (opening: number) => store.register.nextPlace(newEntry('next', { opening }));
    expect(await next(27)).toEqual({ year: 2021, ordinal: 27, number: '27' });
    expect(await next(27)).toEqual({ year: 2021, ordinal: 27, number: '27' });
    await register('a', { opening: 27 });
    expect(await next(27)).toEqual({ year: 2021, ordinal: 28, number: '28' });
    expect(await next(1)).toMatchObject({ number: '28' });
  });

  test('counts amendments within their contract, each contract by itself, in the year of the contract', async () => {
    const amendment = (drop: string, number: string, date: string, contractYear = 2021) =>
      register(drop, { series: 'amendment', date: day(date), within: { series: 'contract', year: contractYear, number } });
    const places = [
      await amendment('a', '12', '2021-06-01'),
      await amendment('b', '1', '2021-06-02'),
      await amendment('c', '12', '2022-02-01'),
      await amendment('d', '12', '2022-02-01', 2022),
    ].map(({ year, ordinal, number }) => `${year} ${ordinal} ${number}`);
    expect(places).toEqual(['2021 1 12/1', '2021 2 1/1', '2021 3 12/2', '2022 1 12/1']);
    expect(
      await store.register.nextPlace(newEntry('next', { series: 'amendment', within: { series: 'contract', year: 2021, number: '12' } })),
    ).toEqual({
      ...{ year: 2021, ordinal: 4, number: '12/3' },
    });
    expect((await store.register.find('amendment', 2021, '12/2'))?.path).toBe('archive/2021/amendment/12-2');
    const named = async (number: string, date: string) => (await store.register.act({ series: 'amendment', number, date: day(date) }))?.row;
    expect(await named('12/2', '2022-02-01'), 'it is named by its own date').toMatchObject({ year: 2021, number: '12/2' });
    expect(await named('12/1', '2022-02-01'), 'its year comes first').toMatchObject({ year: 2022 });
    expect(await named('12/1', '2021-06-01')).toMatchObject({ year: 2021 });
    expect(await named('12/2', '2023-02-01')).toBeUndefined();
  });

  test('takes no number when an entry cannot be made', async () => {
    await register('a', { id: 'same' });
    await expect(register('b', { id: 'same' })).rejects.toMatchObject({ code: 'id-taken' });
    await expect(
      register('c', {
        formatNumber: () => {
          throw new Error('no format');
        },
      }),
    ).rejects.toThrow('no format');
    expect((await register('d')).ordinal).toBe(2);
    expect((await journalOf(store)).map(({ drop }) => drop)).toEqual([sha256('a'), sha256('d')]);
  });

  test('changes the state of an entry and of nothing else', async () => {
    await register('a');
    await register('b');
    await store.register.setState('decision', 2021, 1, 'void');
    expect((await store.register.list({})).map(({ state }) => state)).toEqual(['void', 'registered']);
    expect((await register('c')).ordinal).toBe(3);
    await expect(store.register.setState('decision', 2021, 9, 'void')).rejects.toThrow('decision/2021');
  });

  test('lasts beyond the process', async () => {
    const registration = await register('a');
    await store.close();
    store = await scratch.open();
    expect(await store.register.byDrop(sha256('a'))).toMatchObject({ number: registration.number });
    expect((await register('b')).ordinal).toBe(2);
  });
});

describe.each(ENGINES)('the register under many hands on $name', ({ scratchStore }) => {
  let built: Built;
  beforeAll(() => {
    built = buildForChildren();
  });
  afterAll(() => built.remove());

  test('gives 32 workers at once numbers without a gap or a repeat', async () => {
    const scratch = await scratchStore();
    const stores = await Promise.all(Array.from({ length: 2 }, () => scratch.open()));
    const drops = Array.from({ length: 32 }, (_, n) => `drop-${n % 30}`);
    const got = await Promise.all(
      drops.map((drop, n) => stores[n % 2]?.register.register(newEntry(drop), event(drop)).then(({ ordinal }) => [drop, ordinal] as const)),
    );
    const byDrop = new Map(got.filter((pair) => pair !== undefined));
    expect(ascending([...byDrop.values()])).toEqual(upTo(30));
    for (const pair of got) expect(pair && byDrop.get(pair[0])).toBe(pair?.[1]);
    await scratch.remove();
  });

  test('gives two processes numbers without a gap or a repeat, and one unbroken journal', async () => {
    const scratch = await scratchStore();
    const ordinals = (await Promise.all(
      ['left', 'right'].map((name) => built.run('register-in-child', scratch.database, name, '60')),
    )) as number[][];
    expect(ascending(ordinals.flat())).toEqual(upTo(120));
    const store = await scratch.open();
    const lines: JournalLine[] = await journalOf(store);
    expect(lines.map(({ seq }) => seq)).toEqual(upTo(120));
    for (const [index, line] of lines.entries()) if (index > 0) expect(line.prev).toBe(lines[index - 1]?.hash);
    await scratch.remove();
  });
});
