import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectedFoot, footOf } from './acceptance-foot.js';
import { acceptance, appraisal, approval, type FormedCase, type RegisteredRow } from './archive-papers.js';
import { BIG_YEAR, YEAR } from './office-year.js';
import { officeWithYear, stage, told } from './stages.js';

type Json = Readonly<Record<string, unknown>>;
interface ListedRow {
  readonly n: number;
  readonly index: string;
  readonly volume?: number;
}

/** `whole-year FOLDER [ACTS CONTRACTS]`: makes an office there and takes its year through the front door to the archive's acceptance; tells time and memory of each stage. */
const [folder, acts = BIG_YEAR.acts, contracts = BIG_YEAR.contracts] = process.argv.slice(2);
if (folder === undefined) throw new Error('whole-year: name the folder');
const root: string = folder;

const MISSING = 2;
const MONTHS = 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'.split(' ');

const take = (): readonly string[] => ['run', root, '--once'];
const drop = (name: string, paper: Json): Promise<void> => writeFile(join(root, 'inbox', name), JSON.stringify(paper));
const registered = async (series: string): Promise<readonly RegisteredRow[]> => told('register', root, series);

/** As a name for other papers: series, date and number. */
const named = ({ series, date, number }: RegisteredRow): Json => ({ series, date, number });

async function listedIn({ year, series, number }: RegisteredRow): Promise<readonly ListedRow[]> {
  const draft = await readFile(join(root, 'archive', String(year), series, number, 'draft.json'), 'utf8');
  return (JSON.parse(draft) as { caseFiles: ListedRow[] }).caseFiles;
}

await officeWithYear(root, { acts: Number(acts), contracts: Number(contracts) });
await stage('close: checks', ['close', root, '--year', String(YEAR)]);
await stage('close: covers, certifying, contents', take());

const { cases } = await told<{ cases: FormedCase[] }>('cases', root, '--year', String(YEAR));
const today = (await registered('case')).at(-1)?.date ?? '';
const filled = cases.filter(({ volumes }) => volumes.length > 0);
await drop('appraisal.json', appraisal(YEAR, filled, today));
await stage('expert commission', take());
for (const category of ['permanent', 'personnel']) {
  await stage(`inventory, ${category}: composed`, ['inventory', root, '--year', String(YEAR), '--category', category]);
  await stage(`inventory, ${category}: copies`, take());
}
const inventories = await registered('inventory');
const approvals = approval(YEAR, inventories.map(named), today);
await drop('approval.json', approvals);
await stage('approval', take());

const [year, month, day] = today.split('-');
const date = `${day} ${MONTHS[Number(month) - 1]} ${year} року`;
const expected = new Map<string, string>();
for (const [position, inventory] of inventories.entries()) {
  const rows = await listedIn(inventory);
  // Of the permanent ones the second and the last do not come and the third goes back; the others come.
  const gone = position === 0 ? [rows[1]?.n ?? 0, rows.at(-1)?.n ?? 0] : [];
  const returned = position === 0 ? [rows[2]?.n ?? 0] : [];
  const received = rows.map(({ n, index, volume }) => ({
    ...{ index, ...(volume === undefined ? {} : { volume }) },
    ...(gone.includes(n) ? { missing: true as const } : {}),
    ...(returned.includes(n) ? { faults: ['Аркуш 3 не підшито', 'На обкладинці немає крайніх дат'] } : {}),
  }));
  if (gone.length !== (position === 0 ? MISSING : 0)) throw new Error('too few cases for two to be missing');
  await drop(`acceptance-${position + 1}.json`, acceptance(YEAR, named(inventory), received, today));
  const accepted = rows.length - gone.length - returned.length;
  expected.set(`inventory-${inventory.year}-${inventory.number}`, expectedFoot({ accepted, missing: gone, returned, date }));
}
await stage('acceptance: editions of copies', take());

const wrong: string[] = [];
const copies = new Map<string, number>();
for (const { year: of, number } of await registered('acceptance')) {
  const made = join(root, 'archive', String(of), 'acceptance', number, 'copies');
  // Each copy lies there in Word, too.
  for (const name of (await readdir(made).catch(() => [])).filter((file) => file.endsWith('.pdf'))) {
    const inventory = name.replace(/-\d+\.pdf$/, '');
    copies.set(inventory, (copies.get(inventory) ?? 0) + 1);
    const foot = await footOf(join(made, name));
    if (!foot.startsWith(expected.get(inventory) ?? '-')) wrong.push(`${name}: ${foot}\n   expected: ${expected.get(inventory)}`);
  }
}
for (const [index, count] of [4, 3].entries()) {
  const { year: of, number } = inventories[index] ?? {};
  const found = copies.get(`inventory-${of}-${number}`);
  if (found !== count) wrong.push(`inventory ${number}: ${found} copies, not ${count}`);
}
await stage('verify', ['verify', root]);
const refused = await readdir(join(root, 'refused')).catch(() => []);
if (refused.length > 0) wrong.push(`something was refused: see ${join(root, 'refused')}`);
for (const one of wrong) console.log(`WRONG ${one}`);
console.log(wrong.length === 0 ? `every foot is right: ${[...copies].map(([name, count]) => `${name} ×${count}`).join(', ')}` : '');
process.exitCode = wrong.length === 0 ? 0 : 1;
