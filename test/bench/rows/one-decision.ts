import { twoPageDrafts } from '../drafts.js';
import type { job } from '../jobs/drop-to-archive.js';
import { filedFile, officeWith, proveFilled, provePages, registerOf } from '../offices.js';
import { inChild } from '../processes.js';
import { eachRun, type Row } from '../row.js';
import { percentile } from '../statistics.js';

/** How long a clerk waits for one decision when nothing else is to be done. */
export const oneDecision: Row = {
  name: 'one-decision',
  title: 'one decision of two pages, from its claim until it is filed and delivered; one after another in an office at work',
  async measure(bench) {
    const count = bench.count(300, 15);
    const warmUp = bench.count(60, 5);
    const runs = await eachRun(bench, 'one-decision', async () => {
      const drafts = await twoPageDrafts(warmUp + count);
      const office = await officeWith(await bench.folder('one-decision'), []);
      const times = await inChild<typeof job>('drop-to-archive', { office, drafts, warmUp });
      await proveFilled(office, drafts.length);
      const [first] = await registerOf(office);
      if (first !== undefined) await provePages(await filedFile(office, first, 'act.pdf'), 2, 2);
      return times;
    });
    const of = (share: number): number[] => runs.map((times) => percentile(times, share));
    return {
      figures: [
        { what: 'median', unit: 'ms', values: of(0.5) },
        { what: 'p95', unit: 'ms', values: of(0.95), bar: { atMost: 150 } },
        { what: 'longest', unit: 'ms', values: of(1) },
      ],
      notes: [`${count} decisions a run, after ${warmUp} that are not counted`],
    };
  },
};
