import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JournalLine } from '../../pipeline/model/journal.js';
import type { KnownPart, Store } from '../../pipeline/model/ports.js';
import { type Built, buildForChildren, kill } from './child-process.js';
import { day, event, indexed, journalOf, newEntry } from './sample.js';
import { ENGINES, type ScratchStore } from './scratch-store.js';

const OF_COMMITTEE = { issuer: 'committee', delegated: false, effects: [], imported: false } as const;

/** Registers and files an act. */
async function fileIn(store: Store, drop: string, title: string, text: string, more = {}): Promise<void> {
  const registration = await store.register.register(newEntry(drop, { title, ...more }), event(drop));
  await store.index.file(indexed(drop, registration, text, title), event(drop), async () => undefined);
}

describe.each(ENGINES)('the index of the archive on $name', ({ scratchStore }) => {
  let scratch: ScratchStore;
  let store: Store;
  beforeEach(async () => {
    scratch = await scratchStore();
    store = await scratch.open();
    return () => scratch.remove();
  });

  const file = (drop: string, title: string, text: string) => fileIn(store, drop, title, text);

  describe('filing in the index', () => {
    test('publishes with all lines of the claim, the line of filing last, and the act is then visible', async () => {
      await store.journal.append({ ...event('a'), step: 'received', act: null });
      await store.journal.append({ ...event('other'), step: 'received', act: null });
      const registration = await store.register.register(newEntry('a'), event('a'));
      let published: readonly JournalLine[] = [];
      await store.index.file(indexed('a', registration, 'оренда'), event('a'), async (lines) => {
        published = lines;
        expect(await store.register.find('decision', 2021, '1')).toMatchObject({ state: 'registered' });
        expect(await store.index.search('оренда')).toEqual([]);
      });
      expect(published.map(({ step, act }) => [step, act])).toEqual([
        ['received', null],
        ['registered', 'decision/2021/1'],
        ['filed', 'decision/2021/1'],
      ]);
      expect((await journalOf(store)).at(-1)).toEqual(published.at(-1));
      expect(await store.register.find('decision', 2021, '1')).toMatchObject({ state: 'filed', path: 'archive/2021/decision/1' });
      expect(await store.index.search('оренда')).toHaveLength(1);
    });

    test('leaves no trace when publishing fails, and can be done again', async () => {
      const registration = await store.register.register(newEntry('a'), event('a'));
      const act = indexed('a', registration, 'оренда');
      const failure = Object.assign(new Error('no room'), { code: 'ENOSPC' });
      await expect(store.index.file(act, event('a'), () => Promise.reject(failure))).rejects.toBe(failure);
      expect(await store.register.find('decision', 2021, '1')).toMatchObject({ state: 'registered' });
      expect(await store.index.search('оренда')).toEqual([]);
      expect((await journalOf(store)).map(({ step }) => step)).toEqual(['registered']);

      await store.index.file(act, event('a'), async () => undefined);
      expect(await store.index.search('оренда')).toHaveLength(1);
    });

    test('does nothing for an act that is filed', async () => {
      await file('a', 'Про оренду', 'земля');
      await store.register.setState('decision', 2021, 1, 'amended');
      const registration = await store.register.register(newEntry('a'), event('a'));
      await store.index.file(indexed('a', registration, 'вода'), event('a'), () => Promise.reject(new Error('published twice')));
      expect(await store.index.search('вода')).toEqual([]);
      expect(await store.register.find('decision', 2021, '1')).toMatchObject({ state: 'amended' });
      expect((await journalOf(store)).filter(({ step }) => step === 'filed')).toHaveLength(1);
    });

    test('files nothing under a number that other bytes have', async () => {
      const registration = await store.register.register(newEntry('a'), event('a'));
      await expect(store.index.file(indexed('b', registration, ''), event('b'), async () => undefined)).rejects.toThrow('decision/2021/1');
    });
  });

  describe('a process killed while it publishes', () => {
    let built: Built;
    beforeAll(() => {
      built = buildForChildren();
    });
    afterAll(() => built.remove());

    test('leaves a number, no filed act and a sound database; filing again completes the same act', async () => {
      const folder = join(scratch.folder, 'published');
      const { child } = await built.start('file-in-child', scratch.database, folder);
      expect(await store.register.list({}), 'readers do not wait for the filing').toMatchObject([{ number: '1', state: 'registered' }]);
      await kill(child);

      expect(JSON.parse(await readFile(folder, 'utf8'))).toHaveLength(3);
      expect(await store.integrity()).toEqual([]);
      expect(await store.register.list({})).toMatchObject([{ number: '1', state: 'registered' }]);
      expect((await journalOf(store)).map(({ step }) => step)).toEqual(['received', 'registered']);
      expect(await store.index.search('оренда')).toEqual([]);

      const registration = await store.register.register(newEntry('one'), event('one'));
      expect(registration.number).toBe('1');
      await store.index.file(indexed('one', registration, 'оренда'), event('one'), async () => undefined);
      expect((await journalOf(store)).map(({ step }) => step)).toEqual(['received', 'registered', 'filed']);
      expect(await store.index.search('оренди')).toHaveLength(1);
    });
  });
});

describe.each(ENGINES)('search on $name', ({ scratchStore }) => {
  let scratch: ScratchStore;
  let store: Store;
  const found = async (query: string) => (await store.index.search(query)).map(({ number }) => number);
  const file = (drop: string, title: string, text: string, more = {}) => fileIn(store, drop, title, text, more);
  const open = async () => {
    scratch = await scratchStore();
    store = await scratch.open();
    await file('a', 'Про передачу в оренду нежитлових приміщень', 'Обовʼязки орендаря. VІІІ скликання. Вулиця Соборна, 27');
    await file('b', 'Про затвердження договору', "Соціально-економічний розвиток; обов'язок сторони; плата за рік. ч. 6 ст. 59");
    await file('c', 'Про нагородження', 'Голова подякував Олені Шевченко за роботу з об’єктами; підпункт 12/1');
    return () => scratch.remove();
  };

  describe('among three acts', () => {
    beforeAll(open);

    test.each([
      ['оренда', ['1']],
      ['орендою', ['1']],
      ['ОРЕНДИ', ['1']],
      ['договором', ['2']],
      ['договір', ['2']],
      ['року', ['2']],
      ['голови', ['3']],
      ['вулиць', ['1']],
      ["обов'язки", ['1', '2']],
      ['обовʼязку', ['1', '2']],
      ['обов’язків', ['1', '2']],
      ['обовязок', ['1', '2']],
      ['обʼєкт', ['3']],
      ['Шевченка', ['3']],
      ['соціально-економічного', ['2']],
      ['економічний соціально', ['2']],
      ['розвиток соціально–економічний', ['2']],
      ['VIII', ['1']],
      ['про', ['1', '2', '3']],
      ['у оренду', ['1']],
      ['«оренда приміщення»', ['1']],
      ['"приміщення оренда"', ['1']],
      ['12/1', ['3']],
      ['59', ['2']],
    ])('finds by «%s»', async (query, numbers) => {
      expect(await found(query)).toEqual(numbers);
    });

    test.each(['орендар договір', 'радіо', 'орен*', 'земля', '', '   ', '«»', '*', '"', '-', 'NOT'])(
      'finds nothing by «%s»',
      async (query) => {
        expect(await found(query)).toEqual([]);
      },
    );

    test.each([
      'оренда OR договір',
      'оренда NOT договір',
      'words:оренда',
      'NEAR(оренда договір)',
      'оренда) OR (договір',
      'оренда" OR "договір',
      "'; DROP TABLE entry; --",
    ])('takes «%s» for words, not for a command', async (query) => {
      expect(await found(query)).toEqual([]);
      expect(await found('оренда')).toEqual(['1']);
    });

    test('answers queries of any length', async () => {
      expect(await found('х'.repeat(100_000))).toEqual([]);
      expect(await found('оренда '.repeat(5000))).toEqual(['1']);
      expect(await found(Array.from({ length: 5000 }, (_, n) => `слово${n}`).join(' '))).toEqual([]);
    });
  });

  test.each(['однакове', 'слово7'])('gives the first of all answers if no more are asked for: «%s»', async (query) => {
    const scratch = await scratchStore();
    const many = await scratch.open();
    const text = (n: number): string => `однакове слово${n % 50}`;
    async function* acts(): AsyncGenerator<KnownPart> {
      for (let n = 2100; n > 0; n -= 1) {
        const { drop, title } = newEntry(`d${n}`);
        const registration = { series: 'decision', year: 2021, ordinal: n, number: `${n}`, date: day('2021-03-01'), registeredAt: 'x' };
        const entry = {
          registration,
          kind: 'decision',
          title,
          id: null,
          drop,
          state: 'filed',
          path: `a/${n}`,
          text: text(n),
          ...OF_COMMITTEE,
        } as const;
        yield { entry, lines: [], placed: true, office: 'main' };
      }
    }
    await many.refill(acts());
    const all = await many.index.search(query);
    expect(all.length).toBe(query === 'однакове' ? 2100 : 42);
    expect(await many.index.search(query, 20)).toEqual(all.slice(0, 20));
    await scratch.remove();
  });

  describe('while acts are added', () => {
    beforeEach(open);

    test('finds an act by its own number as a word', async () => {
      await file('d', 'Про бюджет', 'кошти', { opening: 1 });
      expect(await found('4')).toEqual(['4']);
      expect(await found('27')).toEqual(['1']);
    });

    test('answers in the order of the register', async () => {
      await file('z', 'Про оренду', '', { series: 'council-decision' });
      for (let n = 0; n < 10; n += 1) await file(`more-${n}`, 'Про оренду', '');
      expect((await store.index.search('оренда')).map(({ series, ordinal }) => `${series} ${ordinal}`)).toEqual([
        'council-decision 1',
        'decision 1',
        ...Array.from({ length: 10 }, (_, n) => `decision ${n + 4}`),
      ]);
    });

    test('does not show an act that is registered and not filed', async () => {
      await store.register.register(newEntry('d', { title: 'Про оренду' }), event('d'));
      expect(await found('оренда')).toEqual(['1']);
    });
  });
});
