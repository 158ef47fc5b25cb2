import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../pipeline/model/ports.js';
import { openStore } from '../../pipeline/store/store.js';
import { tickingClock } from './sample.js';

/** A real database in a folder of its own; all stores opened of it are closed with it. */
export interface ScratchStore {
  readonly folder: string;
  readonly database: string;
  open(busyMs?: number): Promise<Store>;
  remove(): Promise<void>;
}

export async function scratchStore(): Promise<ScratchStore> {
  const folder = await mkdtemp(join(tmpdir(), 'regesta-store-'));
  const database = join(folder, 'regesta.sqlite');
  const clock = tickingClock();
  const opened: Store[] = [];
  return {
    folder,
    database,
    async open(busyMs) {
      const store = await openStore({ database, clock, busyMs });
      opened.push(store);
      return store;
    },
    async remove() {
      await Promise.all(opened.map((store) => store.close()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
