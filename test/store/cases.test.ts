import { beforeEach, describe, expect, test } from 'vitest';
import type { MeasuredSheets } from '../../pipeline/model/case-files.js';
import { type CaseStep, standingOf } from '../../pipeline/model/case-steps.js';
import type { KnownPart, NewEntry, Store } from '../../pipeline/model/ports.js';
import type { Registration } from '../../pipeline/model/registration.js';
import { day, event, indexed, newEntry } from './sample.js';
import { ENGINES, type ScratchStore } from './scratch-store.js';

const step = (how: CaseStep['how'], more: Partial<CaseStep> = {}): CaseStep => ({
  ...{ how, year: 2021, index: '02-05', volume: null, date: day('2022-02-01'), ...more },
});

describe.each(ENGINES)('cases in the register, on $name', ({ scratchStore }) => {
  let scratch: ScratchStore;
  let store: Store;
  beforeEach(async () => {
    scratch = await scratchStore();
    store = await scratch.open();
    return () => scratch.remove();
  });
  const register = (drop: string, more: Partial<NewEntry> = {}): Promise<Registration> =>
    store.register.register(newEntry(drop, more), event(drop));
  const does = (drop: string, ...caseSteps: readonly CaseStep[]): Promise<Registration> =>
    register(drop, { series: 'case', kind: 'case', date: day('2022-02-01'), caseSteps });
  const file = (drop: string, given: Registration, sheets?: MeasuredSheets): Promise<void> =>
    store.index.file({ ...indexed(drop, given, 'слова'), sheets }, event(drop), async () => undefined);

  test('what documents do to cases is kept with their number, once, in order of registration', async () => {
    await does('a', step('closes', { volume: 1 }), step('closes', { volume: 2 }));
    await does('a', step('closes', { volume: 1 }), step('closes', { volume: 2 }));
    await does('b', step('holds'), step('closes', { index: '02-06' }));
    const by = (number: string) => ({ series: 'case', year: 2022, number, date: '2022-02-01' });
    expect(await store.cases.steps({ year: 2021, index: '02-05' })).toEqual([
      { ...step('closes', { volume: 1 }), by: by('1') },
      { ...step('closes', { volume: 2 }), by: by('1') },
      { ...step('holds'), by: by('2') },
    ]);
    expect(await store.cases.steps({ year: 2021 })).toHaveLength(4);
    expect(await store.cases.steps({ year: 2020 })).toEqual([]);
    const standing = standingOf(await store.cases.steps(), { year: 2021, index: '02-05', volume: 2 });
    expect([standing.closed?.by.number, standing.holds.length, standing.destroyed]).toEqual(['1', 1, null]);
  });

  test('more steps than a statement has room for are all kept', async () => {
    await does('a', ...Array.from({ length: 950 }, (_, n) => step('lists', { index: `02-${n}`, n: n + 1 })));
    expect((await store.cases.steps()).map(({ n }) => n)).toEqual(Array.from({ length: 950 }, (_, n) => n + 1));
  });

  test('what a void document did to a case it did not', async () => {
    await file('a', await does('a', step('holds')));
    await register('v', { series: 'void', effects: [{ series: 'case', year: 2022, number: '1', how: 'voids', reason: 'помилка' }] });
    expect(await store.cases.steps()).toEqual([]);
    expect(await store.cases.ofKinds(['case'])).toEqual([]);
    expect([...(await store.cases.noted()).values()].flatMap(({ steps }) => steps)).toEqual([step('holds')]);
  });

  test('a hold comes in time until the act of destruction is filed; then nothing is done to the case any more', async () => {
    const volume = { year: 2021, index: '02-05', volume: 2 };
    const doomed = await does('d', step('destroys'), step('destroys', { index: '02-06' }));
    await expect(does('w', step('withdraws', { volume: 2 }))).rejects.toMatchObject({ code: 'case-destroyed' });
    await does('h', step('holds', { volume: 2 }));
    await file('d', doomed);
    const late = () => does('late', step('holds', { index: '02-07' }), step('holds', { index: '02-06' }));
    await expect(late()).rejects.toMatchObject({ code: 'case-destroyed' });
    await expect(does('other', step('holds', { volume: 1 }))).rejects.toMatchObject({ code: 'case-destroyed' });
    await expect(does('whole', step('holds'))).rejects.toMatchObject({ code: 'case-destroyed' });
    expect(
      (await store.register.list({})).map(({ number }) => number),
      'no number is taken',
    ).toEqual(['1', '2']);
    // What the first hold has saved goes on.
    await does('again', step('holds', { volume: 2 }), step('lists', { index: '02-06' }));
    expect(standingOf(await store.cases.steps(), volume)).toMatchObject({ destroyed: null, holds: [{}, {}] });
    await does('h', step('holds', { volume: 2 }));
  });

  test('documents of a year have the sheets that were measured when they were filed', async () => {
    await file('a', await register('a'), { count: 7, unmeasured: ['plan.xlsx'] });
    await file('b', await register('b', { date: day('2022-01-04') }), { count: 2, unmeasured: [] });
    await register('c');
    const found = (await store.cases.documents(2021)).map(({ row, sheets, unmeasured }) => [row.number, row.state, sheets, unmeasured]);
    expect(found).toEqual([
      ['1', 'filed', 7, ['plan.xlsx']],
      ['2', 'registered', null, []],
    ]);
    expect([await store.cases.hasDocuments(2021), await store.cases.hasDocuments(2020)]).toEqual([true, false]);
  });

  test('a year has another revision when one of its documents comes, is filed or changes its state, and no other time', async () => {
    const seen: string[] = [];
    const look = async (): Promise<number> => {
      const revision = await store.cases.revision(2021);
      if (!seen.includes(revision)) seen.push(revision);
      return seen.indexOf(revision);
    };
    const amends = (drop: string, number: string): Promise<Registration> =>
      register(drop, { date: day('2022-01-11'), effects: [{ series: 'decision', year: 2021, number, how: 'amends', reason: null }] });
    expect(await look()).toBe(0);
    const given = await register('a');
    expect(await look()).toBe(1);
    await file('a', given, { count: 2, unmeasured: [] });
    expect(await look()).toBe(2);
    await does('c', step('holds'));
    expect(await look()).toBe(2);
    const amending = await amends('b', '1');
    expect(await look()).toBe(3);
    await register('v', {
      ...{ series: 'void', date: day('2022-02-01') },
      effects: [{ series: 'decision', year: 2022, number: amending.number, how: 'voids', reason: 'помилка' }],
    });
    await file('b', amending);
    expect(await look()).toBe(4);
  });

  test('are the same in an index that was made again', async () => {
    const registration = await does('a', step('accepts', { volume: 1 }));
    const sheets = { count: 3, unmeasured: [] };
    await file('a', registration, sheets);
    const lines = [];
    for await (const line of store.journal.lines()) lines.push(line);
    const { drop, kind, title, path } = indexed('a', registration, '');
    const entry: KnownPart['entry'] = {
      ...{ registration, kind, title, id: null, drop, issuer: 'unit', delegated: false, effects: [], imported: false, state: 'filed' },
      ...{ path, text: '', caseSteps: [step('accepts', { volume: 1 })], sheets },
    };
    const before = [await store.cases.steps(), await store.cases.noted()];
    const again = await scratchStore();
    const made = await again.open();
    await made.refill(
      (async function* (): AsyncGenerator<KnownPart> {
        yield { entry, lines, placed: true, office: 'main' };
      })(),
    );
    expect([await made.cases.steps(), await made.cases.noted()]).toEqual(before);
    await again.remove();
  });
});
