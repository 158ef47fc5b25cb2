import { TWO_PAGES } from '../drafts.js';
import { runProgram, runRegesta } from '../processes.js';
import { eachRun, type Row } from '../row.js';
import { median } from '../statistics.js';

/** Whether a clerk's editor can call the check at every save. */
export const coldCheck: Row = {
  name: 'check',
  title: '`regesta check` of one file without --measure, each time a new process, in turn with an empty `node -e 0`',
  async measure(bench) {
    const pairs = bench.count(20, 5);
    const runs = await eachRun(bench, 'check', async () => {
      const times: { readonly check: number; readonly empty: number }[] = [];
      for (let pair = 0; pair <= pairs; pair += 1) {
        const { ms: check } = await runRegesta(['check', TWO_PAGES]);
        const { ms: empty } = await runProgram(process.execPath, ['-e', '0']);
        // The first pair brings the files into the memory of the system.
        if (pair > 0) times.push({ check, empty });
      }
      return times;
    });
    const of = (figure: (pair: { readonly check: number; readonly empty: number }) => number): number[] =>
      runs.map((times) => median(times.map(figure)));
    return {
      figures: [
        { what: '`regesta check`', unit: 'ms', values: of(({ check }) => check) },
        { what: '`node -e 0`', unit: 'ms', values: of(({ empty }) => empty) },
        { what: 'the one : the other, pair by pair', unit: '×', values: of(({ check, empty }) => check / empty), bar: { atMost: 3 } },
      ],
      notes: [`medians of ${pairs} pairs a run`],
    };
  },
};
