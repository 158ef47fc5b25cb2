import { twoPageDrafts } from './drafts.js';
import { named, officeWith } from './offices.js';
import { type Ended, runRegesta } from './processes.js';
import type { Bench, FilledOffice } from './row.js';

/** A new office whose inbox held so many decisions of two pages, and the run that took them. */
export async function runOnce(bench: Bench, count: number): Promise<FilledOffice & { readonly ended: Ended }> {
  const root = await officeWith(await bench.folder('run-once'), named(await twoPageDrafts(count)));
  return { root, acts: count, ended: await runRegesta(['run', root, '--once'], { watchesMemory: true }) };
}
