import { spawnSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { isDeepStrictEqual } from 'node:util';
import { PACKAGE } from '../../pipeline/wiring/package-paths.js';
import { closing, type FormedCase, GENERAL, type RegisteredRow } from './archive-papers.js';
import { BIG_YEAR, YEAR } from './office-year.js';
import { officeWithYear, stage, told } from './stages.js';

type Json = Readonly<Record<string, unknown>>;

/** `planted-faults FOLDER [ACTS CONTRACTS]`: makes an office with a year there, plants one fault of each sort, and tells whether each is found and named before the year is closed, and nothing else is. */
const [folder, acts = BIG_YEAR.acts, contracts = BIG_YEAR.contracts] = process.argv.slice(2);
if (folder === undefined) throw new Error('planted-faults: name the folder');
const root: string = folder;

const wrong: string[] = [];
const drop = (name: string, paper: Json): Promise<void> => writeFile(join(root, 'inbox', name), JSON.stringify(paper));

/** A command that may end with a refusal. */
function asked(name: string, ...args: readonly string[]): string {
  const begun = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, [PACKAGE.program, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`);
  console.log(`${name.padEnd(34)} ${((performance.now() - begun) / 1000).toFixed(1).padStart(7)} s`);
  return stdout;
}

await officeWithYear(root, { acts: Number(acts), contracts: Number(contracts) });
const rows = await told<readonly RegisteredRow[]>('register', root);
const inTheMiddle = (series: string): RegisteredRow => {
  const own = rows.filter((row) => row.series === series && row.year === YEAR);
  const found = own[Math.floor(own.length / 2)];
  if (found === undefined) throw new Error(`no ${series}`);
  return found;
};

const gone = inTheMiddle('letter');
await rm(join(root, 'archive', String(YEAR), 'letter', gone.number), { recursive: true });
for (const name of await readdir(root)) if (name.startsWith('regesta.sqlite')) await rm(join(root, name));
asked('rebuild without one act', 'rebuild', root);

const settings = join(root, 'office.yaml');
const yaml = await readFile(settings, 'utf8');
await writeFile(settings, yaml.replace('{ decision: server }', '{ decision: server, errand: outside }'));
const errand = JSON.parse(await readFile('fixtures/kinds/errand/pidhotovka-ukryttiv.json', 'utf8')) as Json;
await drop('errand.json', { ...errand, id: 'unsigned', signing: { date: `${YEAR}-12-31` } });
const order = inTheMiddle('order');
const of = { series: order.series, date: order.date, number: order.number };
const signed = { signing: { date: `${YEAR + 1}-01-10` }, signatory: GENERAL };
await drop('refile.json', { kind: 'refile', of, caseFiles: [{ index: '02-01' }], reason: 'помилково', ...signed });
await stage('an unsigned act, a wrong case', ['run', root, '--once']);
const damaged = inTheMiddle('decision');
const damagedFile = `archive/${YEAR}/decision/${damaged.number}/act.pdf`;
const bytes = await readFile(join(root, damagedFile));
bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
await writeFile(join(root, damagedFile), bytes);

const unsigned = (await told<readonly RegisteredRow[]>('register', root)).findLast(({ series }) => series === 'errand');
const name = ({ series, number }: RegisteredRow): string => `${series} ${number}`;
const expected = [
  `02-01 file ${name(damaged)} ${damagedFile}`,
  `02-01 misplaced ${name(order)}`,
  `02-04 unsigned ${name(unsigned ?? order)}`,
  `02-05 gap letter ${gone.number}-${gone.number}`,
];
interface Told {
  readonly index: string | null;
  readonly what: string;
  readonly row?: RegisteredRow;
  readonly series?: string;
  readonly from?: number;
  readonly to?: number;
  readonly problem?: { readonly path: string };
}
const { done, mend } = JSON.parse(asked('close: what is to be mended', 'close', root, '--year', String(YEAR), '--json')) as {
  readonly done: boolean;
  readonly mend: readonly Told[];
};
const named = mend.map(({ index, what, row, series, from, to, problem }) =>
  [index, what, row === undefined ? `${series} ${from}-${to}` : name(row), problem?.path].filter((part) => part !== undefined).join(' '),
);
/** Of one damaged file several things may be wrong. */
const found = [...new Set(named)].sort();
for (const one of found) console.log(`found   ${one}`);
if (done || !isDeepStrictEqual(found, expected)) wrong.push(`to mend: ${found.join('; ')}\n   expected: ${expected.join('; ')}`);
const closings = (await readdir(join(root, 'inbox'))).filter((file) => file.startsWith('case-'));
if (closings.length > 0) wrong.push(`dropped to be closed: ${closings.join(', ')}`);

/** A case whose closing does not say when it begins, nor in one of its volumes when it ends. */
const { cases } = await told<{ cases: readonly FormedCase[] }>('cases', root, '--year', String(YEAR));
const personnel = cases.find(({ index }) => index === '03-01');
if (personnel === undefined) throw new Error('no case 03-01');
const paper = closing(YEAR, personnel, rows, `${YEAR + 1}-01-20`) as Json & { readonly caseFiles: readonly Json[] };
const { begun: _, ...undated } = paper.caseFiles[0] ?? {};
await drop('undated.json', { ...paper, caseFiles: [undated, ...paper.caseFiles.slice(1)] });
asked('an undated case', 'run', root, '--once');
const [report] = (await readdir(join(root, 'refused'), { recursive: true })).filter((path) => path.endsWith('undated.json/report.json'));
const { findings } = JSON.parse(await readFile(join(root, 'refused', report ?? ''), 'utf8')) as {
  findings: { rule: string; at: { pointer: string }; message: string }[];
};
for (const { message } of findings) console.log(`found   ${message}`);
if (findings.length !== 1 || findings[0]?.rule !== '28.5-volumes' || findings[0].at.pointer !== '/caseFiles/0/begun')
  wrong.push(`an undated case: ${JSON.stringify(findings)}`);

for (const one of wrong) console.log(`WRONG ${one}`);
if (wrong.length === 0) console.log('each of the five faults is found and named, and nothing else');
process.exitCode = wrong.length === 0 ? 0 : 1;
