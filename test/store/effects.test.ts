import { beforeEach, describe, expect, test } from 'vitest';
import { linkedRows } from '../../pipeline/model/act-on-record.js';
import { sha256 } from '../../pipeline/model/digest.js';
import { type Effect, type EffectKind, openJudgments } from '../../pipeline/model/effect.js';
import type { OlderAct, Store } from '../../pipeline/model/ports.js';
import type { Registration } from '../../pipeline/model/registration.js';
import { day, event, indexed, journalOf, newEntry } from './sample.js';
import { ENGINES, type ScratchStore } from './scratch-store.js';

/** What an act does to number `number` of 2021. */
const on = (number: string, how: EffectKind, reason: string | null = null): Effect => ({
  ...{ series: 'decision', year: 2021, number, how, reason },
});

describe.each(ENGINES)('what acts do to each other, on $name', ({ scratchStore }) => {
  let scratch: ScratchStore;
  let store: Store;
  beforeEach(async () => {
    scratch = await scratchStore();
    store = await scratch.open();
    return () => scratch.remove();
  });
  const register = (drop: string, more = {}): Promise<Registration> => store.register.register(newEntry(drop, more), event(drop));
  const file = async (drop: string, more = {}): Promise<Registration> => {
    const registration = await register(drop, more);
    await store.index.file(indexed(drop, registration, 'слова'), event(drop), async () => undefined);
    return registration;
  };
  const states = async (): Promise<string[]> => (await store.register.list({})).map(({ state }) => state);
  const older: OlderAct = {
    ...{
      series: 'decision',
      kind: 'decision',
      number: '12/1',
      ordinal: null,
      title: 'Про старе',
      issuer: 'committee',
      date: day('2011-01-18'),
    },
    drop: sha256('older'),
  };
  const enter = (act: OlderAct): Promise<void> =>
    store.index.enter(
      act,
      { who: 'operator' },
      () => ({ record: 'x' }),
      async () => undefined,
    );

  test('is left out where it came after a claim got its number', async () => {
    const { number, date } = await file('a');
    await register('b', { effects: [on('1', 'amends')] });
    await register('extract');
    await register('c', { effects: [on('1', 'repeals')] });
    const seen = async (drop: string) =>
      (await store.register.actBefore({ series: 'decision', number, date }, event(drop).claim ?? ''))?.changedBy.map(({ how }) => how);
    expect(await seen('extract')).toEqual(['amends']);
    expect(await seen('b'), 'nor its own').toEqual([]);
    expect(await seen('c')).toEqual(['amends']);
  });

  test('takes place when the act that does it gets its number, once, and links both', async () => {
    await file('a');
    await register('b', { effects: [on('1', 'amends')], date: day('2021-02-02') });
    await register('b', { effects: [on('1', 'amends')], date: day('2021-02-02') });
    expect(await states()).toEqual(['amended', 'registered']);
    const rows = linkedRows(await store.register.list({}), await store.register.effects());
    const link = { series: 'decision', year: 2021, how: 'amends', reason: null };
    expect(rows.map(({ changes, changedBy }) => [changes, changedBy])).toEqual([
      [[], [{ ...link, number: '2', date: '2021-02-02' }]],
      [[{ ...link, number: '1', date: '2021-01-19' }], []],
    ]);
    expect(await store.register.effects({ series: 'decision', year: 2021, number: '3' })).toEqual([]);
    expect(await store.register.effects({ series: 'decision', year: 2021, number: '1' })).toHaveLength(1);
  });

  test('is not there where the number was not given', async () => {
    await file('a');
    const entry = newEntry('b', { effects: [on('1', 'repeals')] });
    await expect(store.register.register(entry, event('b'), () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    expect(await states()).toEqual(['filed']);
    expect(await store.register.effects()).toEqual([]);
  });

  test('waits for an act that is not filed yet', async () => {
    const registration = await register('a');
    await store.register.setState('decision', 2021, 1, 'awaiting-signature');
    await register('b', { effects: [on('1', 'amends')] });
    expect(await states()).toEqual(['awaiting-signature', 'registered']);
    await store.index.file(indexed('a', registration, 'слова'), event('a'), async () => undefined);
    expect(await states()).toEqual(['amended', 'registered']);
  });

  test('follows the order of registration', async () => {
    await file('a');
    const stateOnceBy = async (drop: string, how: EffectKind): Promise<string | undefined> => {
      await register(drop, { effects: [on('1', how)] });
      return (await states())[0];
    };
    expect(await stateOnceBy('b', 'amends')).toBe('amended');
    expect(await stateOnceBy('c', 'suspends')).toBe('suspended');
    expect(await stateOnceBy('d', 'resumes')).toBe('amended');
    expect(await stateOnceBy('e', 'court')).toBe('amended');
    expect(await stateOnceBy('f', 'cancels')).toBe('cancelled');
  });

  test('is undone where the act that did it is void; an act whose number is void and that waits is named', async () => {
    await file('a');
    const second = await register('b', { effects: [on('1', 'repeals')] });
    await register('c', { effects: [on('2', 'voids', 'помилкова реєстрація')] });
    expect(await states()).toEqual(['repealed', 'registered', 'registered']);
    expect((await store.register.voided()).map(({ number }) => number)).toEqual(['2']);
    await store.index.file(indexed('b', second, ''), event('b'), async () => undefined);
    expect(await states()).toEqual(['filed', 'void', 'registered']);
    expect(await store.register.voided()).toEqual([]);
    const [first, voided] = linkedRows(await store.register.list({}), await store.register.effects());
    expect(first?.changedBy).toEqual([]);
    expect(voided?.changedBy).toMatchObject([{ number: '3', how: 'voids', reason: 'помилкова реєстрація' }]);
  });

  test('tells of an act what rules ask', async () => {
    await file('a', { issuer: 'council', delegated: true });
    await register('b', { effects: [on('1', 'suspends')] });
    const reference = { series: 'decision', date: day('2021-12-31'), number: '1' };
    expect(await store.register.act(reference)).toEqual({
      row: await store.register.find('decision', 2021, '1'),
      ...{ issuer: 'council', delegated: true, imported: false, changes: [] },
      changedBy: [{ series: 'decision', year: 2021, number: '2', date: '2021-01-19', how: 'suspends', reason: null }],
    });
    expect(await store.register.act({ ...reference, number: '9' })).toBeUndefined();
    expect(await store.register.act({ series: 'decision', number: '1' })).toBeUndefined();
  });

  test('reaches an act that is imported later', async () => {
    await register('a', { effects: [{ ...on('12/1', 'repeals'), year: 2011 }] });
    expect(linkedRows(await store.register.list({}), await store.register.effects())[0]?.changes, 'nothing to link to').toEqual([]);
    await enter(older);
    expect(await store.register.list({ year: 2011 })).toMatchObject([
      { number: '12/1', state: 'repealed', path: 'archive/2011/decision/12-1' },
    ]);
    expect(linkedRows(await store.register.list({}), await store.register.effects()).map(({ changes }) => changes.length)).toEqual([0, 1]);
  });

  test('an older act is entered once, under its own number, and takes none of ours', async () => {
    await enter({ ...older, number: '5', ordinal: 5, date: day('2021-01-05'), drop: sha256('5') });
    for (const number of ['12/1', '7', '12-а', 'б/н'])
      await enter({ ...older, number, ordinal: /^\d+$/.test(number) ? Number(number) : null, drop: sha256(number) });
    await enter(older);
    expect((await store.register.list({ year: 2011 })).map(({ number, ordinal }) => [number, ordinal])).toEqual([
      ['7', 7],
      ['б/н', 1_000_000],
      ['12/1', 1_012_000],
      ['12-а', 1_012_001],
    ]);
    expect(await store.register.firstYear('decision')).toBeUndefined();
    expect(await store.register.nextPlace(newEntry('next', { opening: 27 }))).toMatchObject({ ordinal: 27 });
    expect((await register('a', { opening: 27 })).ordinal).toBe(27);
    expect((await store.register.list({ own: true })).map(({ number }) => number)).toEqual(['27']);
    expect(await store.register.firstYear('decision')).toBe(2021);
    expect(await store.index.search('старе')).toHaveLength(5);
    const steps = (await journalOf(store)).map(({ step, claim, act }) => [step, claim, act]);
    expect(steps.filter(([step]) => step === 'imported')).toHaveLength(5);
    expect(steps[0]).toEqual(['imported', null, 'decision/2021/5']);
    expect((await store.journal.waiting()).size, 'its line lies in its record').toBe(1);
  });

  test('leaves no trace of an older act whose folder cannot be put in its place', async () => {
    const failure = new Error('no room');
    const entered = store.index.enter(
      older,
      { who: 'operator' },
      () => ({}),
      () => Promise.reject(failure),
    );
    await expect(entered).rejects.toBe(failure);
    expect(await store.register.list({})).toEqual([]);
    expect(await journalOf(store)).toEqual([]);
  });

  test('a judgment asks for an answer until an act amends, repeals or cancels', async () => {
    await file('a');
    await file('b');
    await register('c', { effects: [on('1', 'amends')] });
    await register('d', { effects: [on('1', 'court'), on('2', 'court')] });
    const open = async (): Promise<string[]> => openJudgments(await store.register.effects()).map((effect) => effect.on.number);
    expect(await open()).toEqual(['1', '2']);
    await register('e', { effects: [on('1', 'amends')] });
    expect(await open()).toEqual(['2']);
    await register('f', { effects: [on('2', 'repeals')] });
    expect(await open()).toEqual([]);
  });
});
