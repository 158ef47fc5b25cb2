import { appendFile, mkdtemp, readFile, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { placeJournalLines, readJournalFile } from '../../pipeline/filing/journal-file.js';
import type { Store } from '../../pipeline/model/ports.js';
import { openStore } from '../../pipeline/store/store.js';

describe('the yearly file of the journal', () => {
  let archive: string;
  let store: Store;
  const file = () => join(archive, 'journal', '2026.jsonl');
  const append = (claim: string | null = null) =>
    store.journal.append({ claim, step: claim === null ? 'fault' : 'refused', who: 'regesta', drop: null, act: null, detail: { claim } });
  const place = () => placeJournalLines(store.journal, archive);
  const seqs = async () => (await readJournalFile(file())).map(({ seq }) => seq);

  beforeEach(async () => {
    archive = await mkdtemp(join(tmpdir(), 'regesta-journal-'));
    store = await openStore({ database: join(archive, 'regesta.sqlite'), clock: { now: () => new Date('2026-03-01T10:00:00Z') } });
    return () => store.close();
  });

  test('has every line once, whole, in its order', async () => {
    for (const claim of ['a', null, 'b']) await append(claim);
    await place();
    await place();
    await append('c');
    await place();
    const lines = [];
    for await (const line of store.journal.lines()) lines.push(`${JSON.stringify(line)}\n`);
    expect(await readFile(file(), 'utf8')).toBe(lines.join(''));
  });

  test.each([
    ['a piece of a line', '{"seq":2,"at":"2026'],
    ['a whole line without its end', null],
    ['a block of zeros', '\0'.repeat(4096)],
    ['zeros and an end', '\0\0\n'],
  ])('loses %s that a crash left at its end, and nothing else', async (_, torn) => {
    await append('a');
    await place();
    await append('b');
    const line = await store.journal.last();
    await appendFile(file(), torn ?? JSON.stringify(line));
    await place();
    expect(await readFile(file(), 'utf8')).toMatch(/^\{"seq":1,[^\n]+\}\n\{"seq":2,[^\n]+\}\n$/);
  });

  test('repeats no line that was written when a crash came before it was noted', async () => {
    await append('a');
    await append('b');
    const crashed = new Error('crash');
    await expect(
      store.journal.place(async (lines, held) => {
        await placeJournalLines({ ...store.journal, place: (publish) => publish(lines.slice(0, 1), held) }, archive);
        throw crashed;
      }),
    ).rejects.toBe(crashed);
    expect(await seqs()).toEqual([1]);
    await place();
    expect(await seqs()).toEqual([1, 2]);
    expect([...(await store.journal.waiting())]).toEqual([]);
  });

  test('keeps lines after one that somebody has spoilt in its middle', async () => {
    for (const claim of ['a', 'b', 'c']) await append(claim);
    await place();
    const text = await readFile(file(), 'utf8');
    const spoilt = text.indexOf('{"seq":2');
    await truncate(file(), 0);
    await appendFile(file(), `${text.slice(0, spoilt)}?${text.slice(spoilt + 1)}`);
    await append('d');
    await place();
    expect(await seqs()).toEqual([1, 3, 4]);
  });
});
