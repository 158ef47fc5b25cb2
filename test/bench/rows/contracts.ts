import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { job as fillContracts } from '../jobs/fill-contracts.js';
import { officeWith, provePages } from '../offices.js';
import { inChild, runRegesta } from '../processes.js';
import { eachRun, type Row } from '../row.js';

const FORMATS = ['csv', 'json', 'docx', 'pdf'] as const;
/** What a contract takes of a page at least. */
const ROWS_A_PAGE = 8;

/** How long the whole register of contracts takes to be printed or told as data, and what the process needs for it. */
export const contracts: Row = {
  name: 'contracts',
  title: '`regesta journal` of ten thousand contracts, a fifth of them amended, from start to file',
  async measure(bench) {
    const count = bench.count(10_000, 300);
    const folder = await bench.folder('contracts');
    const office = await officeWith(folder, []);
    bench.say(`contracts: filling an index with ${count} contracts`);
    await inChild<typeof fillContracts>('fill-contracts', { office, contracts: count });
    let run = 0;
    const runs = await eachRun(bench, 'contracts', async () => {
      run += 1;
      const made = [];
      for (const format of FORMATS) {
        const out = join(folder, `${run}.${format}`);
        const { ms, peakMb } = await runRegesta(['journal', office, '--out', out], { watchesMemory: true });
        made.push({ format, seconds: ms / 1000, peakMb, bytes: await readFile(out) });
      }
      return made;
    });
    const of = (format: (typeof FORMATS)[number]) => runs.flatMap((made) => made.filter((one) => one.format === format));
    for (const { bytes } of of('csv')) {
      const lines = bytes.toString('utf8').split('\r\n').length - 2;
      if (lines !== count) throw new Error(`the CSV has ${lines} contracts, not ${count}`);
    }
    const [printed] = of('pdf');
    const pages = printed === undefined ? 0 : await provePages(printed.bytes, count / ROWS_A_PAGE);
    return {
      figures: FORMATS.flatMap((format) => [
        { what: `${format}, time`, unit: 's' as const, values: of(format).map(({ seconds }) => seconds) },
        {
          what: `${format}, peak`,
          unit: 'MB' as const,
          values: of(format).flatMap(({ peakMb }) => peakMb ?? []),
          bar: { atMost: 350 },
        },
      ]),
      notes: [`${count} contracts; the journal has ${pages} pages of landscape A4`],
    };
  },
};
