import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Log } from '../../../pipeline/model/ports.js';
import { runOffice } from '../../../pipeline/wiring/running.js';

export interface DropToArchive {
  readonly office: string;
  /** The first ones warm the process up. */
  readonly drafts: readonly string[];
  readonly warmUp: number;
}

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Drops one draft after another into an office that is at work; gives the time from the claim of each until all is done with it, ms. */
export async function job({ office: root, drafts, warmUp }: DropToArchive): Promise<number[]> {
  const running = await runOffice(root, quiet);
  const times: number[] = [];
  try {
    for (const [index, draft] of drafts.entries()) {
      const name = `${index + 1}.json`;
      const path = join(running.office.folders.inbox, name);
      await writeFile(path, draft);
      const begun = performance.now();
      const drop = await running.claim({ path, name, droppedBy: null, form: 'file' });
      const settled = drop === null ? 'not claimed' : await running.runner.take(drop).settled;
      if (index >= warmUp) times.push(performance.now() - begun);
      if (settled !== 'filed') throw new Error(`draft ${name} was not filed: ${settled}`);
    }
  } finally {
    await running.close();
  }
  return times;
}
