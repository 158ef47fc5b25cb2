import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inventoryDraft, plannedInSettings } from '../case-entries.js';
import type { job as fillCases } from '../jobs/fill-cases.js';
import { officeWith, provePages } from '../offices.js';
import { inChild, runRegesta } from '../processes.js';
import { eachRun, type Row } from '../row.js';

/** What a case takes of a page at least. */
const CASES_A_PAGE = 30;
const COPIES = 4;
/** Names, values and signs that a case takes of the draft: more than an office lets in where it does not say so. */
const PARTS_A_CASE = 50;

/** How long an inventory of very many cases takes from the inbox to its signed copies, and what the process needs for it. */
export const archive: Row = {
  name: 'archive',
  title: 'an inventory of ten thousand permanent cases, from the inbox to four signed copies, each in Word, too',
  async measure(bench) {
    const cases = bench.count(10_000, 200);
    let pages = 0;
    const runs = await eachRun(bench, 'archive', async () => {
      const office = await officeWith(await bench.folder('archive'), []);
      const settings = join(office, 'office.yaml');
      const demo = (await readFile(settings, 'utf8')).replace('intake:\n', `intake:\n  limits: { parts: ${PARTS_A_CASE * cases} }\n`);
      await writeFile(settings, `${demo}${plannedInSettings(cases)}`);
      await inChild<typeof fillCases>('fill-cases', { office, cases });
      await writeFile(join(office, 'inbox', 'inventory.json'), inventoryDraft(cases));
      const ended = await runRegesta(['run', office, '--once'], { watchesMemory: true });
      const made = join(office, 'archive/2021/inventory/1');
      const files = (await readdir(join(made, 'copies'))).sort();
      const copies = files.filter((name) => name.endsWith('.pdf'));
      if (copies.length !== COPIES || files.length !== 2 * COPIES) throw new Error(`${files.length} files of copies, not ${2 * COPIES}`);
      for (const copy of copies) pages = await provePages(await readFile(join(made, 'copies', copy)), cases / CASES_A_PAGE);
      return ended;
    });
    return {
      figures: [
        { what: 'time', unit: 's', values: runs.map(({ ms }) => ms / 1000) },
        { what: 'peak', unit: 'MB', values: runs.flatMap(({ peakMb }) => peakMb ?? []) },
      ],
      notes: [`${cases} cases; each copy has ${pages} pages`],
    };
  },
};
