import { openStore } from '../../pipeline/store/store.js';
import { event, newEntry } from './sample.js';

// Registers `count` drops named after this process, as fast as it can, and says which ordinals they got.
const [database = '', name = '', count = '0'] = process.argv.slice(2);
const store = await openStore({ database, clock: { now: () => new Date() } });
const drops = Array.from({ length: Number(count) }, (_, n) => `${name}-${n}`);
const registrations = await Promise.all(drops.map((drop) => store.register.register(newEntry(drop), event(drop))));
await store.close();
process.send?.(registrations.map(({ ordinal }) => ordinal));
process.disconnect();
