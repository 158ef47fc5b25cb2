import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT, type ExitCode } from '../../pipeline/exit-code.js';
import { machineAt } from './machine.js';
import type { Bench, FilledOffice, Row } from './row.js';
import { rows } from './rows.js';
import { median } from './statistics.js';
import { holds, type RowResult, tableOf } from './table.js';

const HELP = `npm run bench -- [ROW…] [options]

Measures the program beside its peers and prints a table; no test, and nothing fails for a figure unless --strict is given.
Rows, all of them if none is named, in this order: ${rows.map(({ name }) => name).join(' ')}

  --quick                  small counts, one run: to try the bench itself
  --runs N                 how often each row is measured (3)
  --without libreoffice    leave this peer out
  --strict                 exit 1 if a figure does not keep to its bar
  --out FILE               where the figures go as JSON (.cache/bench/result.json)
  --work DIR               where offices are made, on the disk that is to be measured (.cache/bench/work)

Exit codes: 0 measured, 1 a bar does not hold (--strict), 2 usage, 3 a row could not be measured.
`;

interface Asked {
  readonly rows: readonly Row[];
  readonly isQuick: boolean;
  readonly runs: number;
  readonly withLibreOffice: boolean;
  readonly isStrict: boolean;
  readonly out: string;
  readonly work: string;
}

/** What the command line asks for; a text if it asks wrongly, or for help. */
function asked(args: readonly string[]): Asked | string {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      runs: { type: 'string' },
      without: { type: 'string', multiple: true, default: [] },
      strict: { type: 'boolean', default: false },
      out: { type: 'string', default: '.cache/bench/result.json' },
      work: { type: 'string', default: '.cache/bench/work' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return HELP;
  const unknown = positionals.filter((name) => !rows.some((row) => row.name === name));
  if (unknown.length > 0) return `no such row: ${unknown.join(', ')}\n\n${HELP}`;
  const strangers = values.without.filter((peer) => peer !== 'libreoffice');
  if (strangers.length > 0) return `only libreoffice can be left out, not ${strangers.join(', ')}\n\n${HELP}`;
  const runs = Number(values.runs ?? (values.quick ? 1 : 3));
  if (!Number.isInteger(runs) || runs < 1) return `--runs: a whole number from 1\n\n${HELP}`;
  return {
    rows: positionals.length === 0 ? rows : rows.filter(({ name }) => positionals.includes(name)),
    isQuick: values.quick,
    runs,
    withLibreOffice: !values.without.includes('libreoffice'),
    isStrict: values.strict,
    out: resolve(values.out),
    work: resolve(values.work),
  };
}

function benchOf({ isQuick, runs, withLibreOffice }: Asked, work: string): Bench {
  let filled: FilledOffice | undefined;
  return {
    runs,
    withLibreOffice,
    count: (full, small) => (isQuick ? small : full),
    folder: (name) => mkdtemp(join(work, `${name}-`)),
    async filledOffice(make) {
      filled ??= await make();
      return filled;
    },
    say: (what) => process.stderr.write(`${what}\n`),
  };
}

async function measured(row: Row, bench: Bench): Promise<RowResult> {
  const { name, title } = row;
  try {
    const { figures, notes = [] } = await row.measure(bench);
    return { row: { name, title }, figures, notes, failed: null };
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.stack : String(problem)}\n`);
    return { row: { name, title }, figures: [], notes: [], failed: problem instanceof Error ? problem.message : String(problem) };
  }
}

function jsonOf(machine: object, order: Asked, results: readonly RowResult[]): string {
  const { isQuick, runs, withLibreOffice } = order;
  const rowsOut = results.map(({ row, figures, notes, failed }) => ({
    ...row,
    figures: figures.map((figure) => ({
      ...figure,
      median: figure.values.length === 0 ? null : median(figure.values),
      holds: holds(figure),
    })),
    notes,
    failed,
  }));
  return `${JSON.stringify({ at: new Date().toISOString(), machine, isQuick, runs, withLibreOffice, rows: rowsOut }, null, 2)}\n`;
}

async function main(args: readonly string[]): Promise<ExitCode> {
  const order = asked(args);
  if (typeof order === 'string') {
    process.stderr.write(order);
    return order === HELP ? EXIT.done : EXIT.usage;
  }
  await mkdir(order.work, { recursive: true });
  const work = await mkdtemp(join(order.work, 'bench-'));
  try {
    const machine = await machineAt(work);
    const bench = benchOf(order, work);
    const results: RowResult[] = [];
    for (const row of order.rows) results.push(await measured(row, bench));
    await mkdir(dirname(order.out), { recursive: true });
    await writeFile(order.out, jsonOf(machine, order, results));
    process.stdout.write(`${tableOf(machine, results, order.isQuick)}\n`);
    if (results.some(({ failed }) => failed !== null)) return EXIT.fault;
    const broken = results.some(({ figures }) => figures.some((figure) => holds(figure) === false));
    return order.isStrict && broken ? EXIT.refused : EXIT.done;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.slice(2));
