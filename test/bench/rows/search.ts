import type { job as fillIndex } from '../jobs/fill-index.js';
import type { job as ask } from '../jobs/search.js';
import { officeWith } from '../offices.js';
import { inChild } from '../processes.js';
import { eachRun, type Row } from '../row.js';
import { percentile } from '../statistics.js';

/** Rows on a page of answers. */
const PAGE = 100;

/** How long a clerk waits for an answer in the archive of twenty years. */
export const search: Row = {
  name: 'search',
  title: 'full text search among a hundred thousand acts, as `regesta search` asks an opened office',
  async measure(bench) {
    const [acts, oneByOne, ofEachSort] = [bench.count(100_000, 2000), bench.count(200, 20), bench.count(40, 10)];
    const office = await officeWith(await bench.folder('search'), []);
    bench.say(`search: filling an index with ${acts} acts`);
    await inChild<typeof fillIndex>('fill-index', { office, acts, oneByOne });
    const runs = await eachRun(bench, 'search', () => inChild<typeof ask>('search', { office, acts, ofEachSort, limit: PAGE }));
    const whole = await inChild<typeof ask>('search', { office, acts, ofEachSort });
    const of = (share: number, sort?: string): number[] =>
      runs.map((answers) =>
        percentile(
          answers.filter((answer) => sort === undefined || answer.sort === sort).map(({ ms }) => ms),
          share,
        ),
      );
    const sorts = [...new Set(runs.flatMap((answers) => answers.map(({ sort }) => sort)))].sort();
    const hits = (sort: string): number =>
      percentile(
        (runs[0] ?? []).filter((answer) => answer.sort === sort).map((answer) => answer.hits),
        0.5,
      );
    return {
      figures: [
        { what: 'all queries, median', unit: 'ms', values: of(0.5) },
        { what: 'all queries, p95', unit: 'ms', values: of(0.95), bar: { atMost: 20 } },
        { what: 'all queries, longest', unit: 'ms', values: of(1) },
        ...sorts.map((sort) => ({ what: `${sort} (median of hits ${hits(sort)}), p95`, unit: 'ms' as const, values: of(0.95, sort) })),
      ],
      notes: [
        `an answer is the first ${PAGE} rows; all rows of all answers: p95 ${Math.round(
          percentile(
            whole.map(({ ms }) => ms),
            0.95,
          ),
        )} ms, ${Math.max(...whole.map(({ hits: all }) => all))} rows the most`,
        `${acts} acts; ${ofEachSort} queries a run of each of ${sorts.length} sorts`,
      ],
    };
  },
};
