import type { Knex } from 'knex';
import { beforeEach, describe, expect, test } from 'vitest';
import { JOURNAL_ROOT, type JournalStep, journalHash } from '../../pipeline/model/journal.js';
import type { Store } from '../../pipeline/model/ports.js';
import { event, indexed, journalOf, newEntry } from './sample.js';
import { ENGINES, type ScratchStore } from './scratch-store.js';

describe.each(ENGINES)('the journal on $name', ({ scratchStore }) => {
  let scratch: ScratchStore;
  let store: Store;
  beforeEach(async () => {
    scratch = await scratchStore();
    store = await scratch.open();
    return () => scratch.remove();
  });
  const append = (step: JournalStep, drop: string, claim: string | null = `claim-${drop}`) =>
    store.journal.append({ ...event(drop, claim), step, act: null });
  const unplaced = async () => (await store.journal.unplaced()).map(({ seq }) => seq);

  test('chains every line to the one before, and gives back what was appended', async () => {
    const detail = { size: 12, 'b-first': true, a: null, name: 'про обовʼязки' };
    await store.journal.append({ claim: null, step: 'fault', who: 'regesta', drop: null, act: null, detail });
    await append('received', 'x');
    await store.close();
    store = await scratch.open();
    await append('refused', 'x');

    const lines = await journalOf(store);
    expect(lines.map(({ seq, step, claim, drop }) => [seq, step, claim, drop])).toEqual([
      [1, 'fault', null, null],
      [2, 'received', 'claim-x', event('x').drop],
      [3, 'refused', 'claim-x', event('x').drop],
    ]);
    expect(lines[0]?.detail).toEqual(detail);
    expect(lines.map(({ prev }) => prev)).toEqual([JOURNAL_ROOT, lines[0]?.hash, lines[1]?.hash]);
    for (const { hash, ...line } of lines) expect(hash).toBe(journalHash(line));
  });

  test('keeps the order of seq over many lines appended at once', async () => {
    await Promise.all(Array.from({ length: 1100 }, (_, n) => append('received', `d${n}`)));
    const lines = await journalOf(store);
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 1100 }, (_, n) => n + 1));
    for (const [n, line] of lines.entries()) if (n > 0) expect(line.prev).toBe(lines[n - 1]?.hash);
  });

  test('keeps what is only on the way with the next thing that lasts, each with the time that it was', async () => {
    await append('received', 'x');
    await append('checked', 'x');
    const other: Knex = scratch.raw();
    const steps = (): Promise<string[]> => other('journal').orderBy('seq').pluck('step');
    expect(await steps()).toEqual([]);
    await append('refused', 'x');
    expect(await steps()).toEqual(['received', 'checked', 'refused']);
    const times: string[] = await other('journal').orderBy('seq').pluck('at');
    expect(new Set(times).size).toBe(3);
    expect(times).toEqual(times.toSorted());
    await other.destroy();
  });

  test('keeps what was on the way for the next attempt when a transaction fails', async () => {
    await append('received', 'x');
    const failed = store.register.register(newEntry('x'), event('x'), async () => {
      throw new Error('the disk is gone');
    });
    await expect(failed).rejects.toThrow('the disk is gone');
    await append('refused', 'x');
    expect((await journalOf(store)).map(({ step }) => step)).toEqual(['received', 'refused']);
  });

  test('forbids whoever opens the database to change or delete a line or a number', async () => {
    await store.register.register(newEntry('a'), event('a'));
    const other: Knex = scratch.raw();
    await expect(other('journal').update({ who: 'nobody' })).rejects.toThrow('kept for ever');
    await expect(other('journal').delete()).rejects.toThrow('kept for ever');
    await expect(other('entry').update({ number: '99' })).rejects.toThrow('kept for ever');
    await expect(other('entry').delete()).rejects.toThrow('kept for ever');
    await other.destroy();
    expect(await store.register.find('decision', 2021, '1')).toBeDefined();
  });

  test('holds lines of a claim back until the claim has come to its end', async () => {
    await append('fault', 'none', null); // 1
    await append('received', 'x'); // 2
    await append('received', 'y'); // 3
    expect(await unplaced()).toEqual([1]);
    await append('refused', 'y'); // 4
    await append('fault', 'x'); // 5
    expect(await unplaced()).toEqual([1, 3, 4]);
    await append('duplicate', 'x'); // 6
    expect(await unplaced()).toEqual([1, 2, 3, 4, 5, 6]);
    await store.journal.markPlaced([1, 3, 4]);
    expect(await unplaced()).toEqual([2, 5, 6]);
    await store.journal.markPlaced([1, 3, 4]);
    expect(await unplaced()).toEqual([2, 5, 6]);
    expect(await journalOf(store)).toHaveLength(6);
  });

  test('gives lines that went into the record of an act to nobody else, but those that came after it', async () => {
    await append('received', 'x'); // 1
    const registration = await store.register.register(newEntry('x'), event('x')); // 2
    await store.index.file(indexed('x', registration, ''), event('x'), async () => undefined); // 3
    expect(await unplaced()).toEqual([]);
    await append('fault', 'x'); // 4
    expect(await unplaced()).toEqual([4]);
  });

  test('marks more lines than one statement takes', async () => {
    await Promise.all(Array.from({ length: 1201 }, () => append('fault', 'none', null)));
    await store.journal.markPlaced(Array.from({ length: 1201 }, (_, n) => n + 1));
    expect(await unplaced()).toEqual([]);
  });
});
