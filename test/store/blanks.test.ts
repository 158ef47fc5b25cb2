import { beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../pipeline/model/digest.js';
import type { KnownPart, NewEntry, Store } from '../../pipeline/model/ports.js';
import { event, journalOf, newEntry } from './sample.js';
import { ENGINES, type ScratchStore } from './scratch-store.js';

const stock = (from: number, to: number, spoiled: readonly number[] = []) => ({
  form: 'head',
  received: { from, to },
  spoiled: spoiled.map((number) => ({ number, reason: 'брак друку' })),
});
const spoil = (...numbers: number[]) => ({ ...stock(0, 0, numbers), received: null });

describe.each(ENGINES)('the blanks on $name', ({ scratchStore }) => {
  let scratch: ScratchStore;
  let store: Store;
  beforeEach(async () => {
    scratch = await scratchStore();
    store = await scratch.open();
    return () => scratch.remove();
  });
  const enter = (drop: string, more: Partial<NewEntry>) => store.register.register(newEntry(drop, more), event(drop));
  const act = (drop: string) => enter(drop, { series: 'order', blankForm: 'head' });
  const bring = (drop: string, change: NewEntry['stock']) => enter(drop, { series: 'blanks', stock: change });

  test('of a form without stock are under no account', async () => {
    expect(await act('a')).not.toHaveProperty('blank');
    expect(await store.register.blankStock('head')).toBeUndefined();
    expect(await store.register.blanks()).toEqual([]);
  });

  test('are taken from the lowest free one on, with the number of the act, and told in its line of the journal', async () => {
    await bring('s', stock(101, 103));
    expect(await act('a')).toMatchObject({ number: '1', blank: { form: 'head', number: 101 } });
    expect(await act('b')).toMatchObject({ number: '2', blank: { form: 'head', number: 102 } });
    expect(await enter('c', { series: 'order', blankForm: 'council' })).not.toHaveProperty('blank');
    expect((await journalOf(store)).map(({ detail }) => detail['blank'])).toEqual([undefined, 'head/101', 'head/102', undefined]);
    expect(await store.register.blankOf(sha256('b'))).toEqual({ form: 'head', number: 102 });
  });

  test('are not taken twice for the same bytes', async () => {
    await bring('s', stock(1, 5));
    const first = await act('a');
    expect(await act('a')).toEqual(first);
    expect(await act('b')).toMatchObject({ blank: { number: 2 } });
  });

  test('that are spoiled are passed over and keep their reason', async () => {
    await bring('s', stock(1, 5, [1]));
    await bring('t', spoil(3));
    const numbers = [];
    for (const drop of ['a', 'b', 'c']) numbers.push((await act(drop)).blank?.number);
    expect(numbers).toEqual([2, 4, 5]);
    expect(await store.register.blankStock('head')).toEqual({ received: [{ from: 1, to: 5 }], next: null });
    expect(await store.register.spentBlanks('head', [1, 2, 9])).toEqual(
      new Map([
        [1, 'spoiled'],
        [2, 'used'],
      ]),
    );
  });

  test('go on with the next stock where one is used up, whatever the order in which they came', async () => {
    await bring('s', stock(21, 22));
    await act('a');
    await bring('t', stock(11, 11));
    expect([(await act('b')).blank?.number, (await act('c')).blank?.number]).toEqual([11, 22]);
  });

  test('give nothing, no number either, where none is free', async () => {
    await bring('s', stock(1, 1));
    await act('a');
    await expect(act('b')).rejects.toMatchObject({ code: 'blanks-changed' });
    expect(await store.register.byDrop(sha256('b'))).toBeUndefined();
    expect(await store.register.nextPlace(newEntry('next', { series: 'order' }))).toMatchObject({ ordinal: 2 });
  });

  test('refuse a stock over one that is there, and a spoiled one that is spent', async () => {
    await bring('s', stock(1, 10));
    await act('a');
    await expect(bring('t', stock(10, 12))).rejects.toMatchObject({ code: 'blanks-changed' });
    await expect(bring('u', spoil(1))).rejects.toMatchObject({ code: 'blanks-changed' });
    expect(await store.register.list({ series: 'blanks' })).toHaveLength(1);
  });

  test('balance: what was received is used, spoiled or free', async () => {
    await bring('s', stock(1, 5, [3]));
    await bring('t', stock(8, 9));
    await act('a');
    await act('b');
    expect(await store.register.blanks()).toEqual([
      {
        form: 'head',
        received: [
          { from: 1, to: 5 },
          { from: 8, to: 9 },
        ],
        used: [{ from: 1, to: 2 }],
        spoiled: [{ number: 3, reason: 'брак друку' }],
        free: [
          { from: 4, to: 5 },
          { from: 8, to: 9 },
        ],
      },
    ]);
  });

  test('stand in the account for ever', async () => {
    await bring('s', stock(1, 5));
    await act('a');
    const db = scratch.raw();
    try {
      for (const table of ['blank', 'blank_stock']) {
        await expect(db(table).update({ form: 'other' })).rejects.toThrow(/kept for ever/);
        await expect(db(table).delete()).rejects.toThrow(/kept for ever/);
      }
    } finally {
      await db.destroy();
    }
  });

  test('come back from what files know of entries, in whatever order they are read', async () => {
    await bring('s', stock(1, 9, [2]));
    const registration = await act('a');
    await act('b');
    const before = await store.register.blanks();
    const other = await scratchStore();
    try {
      const again = await other.open();
      const known = async (drop: string, more: object): Promise<KnownPart> => ({
        entry: {
          ...{
            registration: await act(drop),
            kind: 'order',
            title: 'Про',
            id: null,
            drop: sha256(drop),
            issuer: 'head',
            delegated: false,
            effects: [],
            imported: false,
            state: 'filed',
            path: drop,
            text: null,
          },
          ...{ issuer: 'head' as const, delegated: false, effects: [], imported: false },
          ...more,
        },
        ...{ lines: [], placed: true, office: 'main' },
      });
      const brought = { ...registration, series: 'blanks', blank: undefined };
      const parts = [
        await known('b', {}),
        await known('a', {}),
        await known('s', { registration: brought, kind: 'blanks', stock: stock(1, 9, [2]) }),
      ];
      await again.refill(
        (async function* () {
          yield* parts;
        })(),
      );
      expect(await again.register.blanks()).toEqual(before);
      expect(await again.register.blanksByDrop()).toEqual(await store.register.blanksByDrop());
    } finally {
      await other.remove();
    }
  });
});
