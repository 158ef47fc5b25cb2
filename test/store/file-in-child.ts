import { writeFile } from 'node:fs/promises';
import { openStore } from '../../pipeline/store/store.js';
import { event, indexed, newEntry } from './sample.js';

// Registers one act and stops in the middle of filing it, its folder already published, until it is killed.
const [database = '', published = ''] = process.argv.slice(2);
const store = await openStore({ database, clock: { now: () => new Date() } });
await store.journal.append({ ...event('one'), step: 'received', act: null });
const registration = await store.register.register(newEntry('one'), event('one'));
await store.index.file(indexed('one', registration, 'оренда'), event('one'), async (lines) => {
  await writeFile(published, JSON.stringify(lines));
  process.send?.('published');
  await new Promise((resolve) => setTimeout(resolve, 600_000));
});
