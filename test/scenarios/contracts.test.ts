import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import { localDateAt } from '../../pipeline/model/date.js';
import { sha256 } from '../../pipeline/model/digest.js';
import type { JournalStep } from '../../pipeline/model/journal.js';
import { backUpOffice } from '../../pipeline/wiring/backing-up.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { waitingContracts } from '../../pipeline/wiring/pending-contracts.js';
import { rebuildOffices } from '../../pipeline/wiring/rebuilding.js';
import { zipOf } from '../intake/zip-writer.js';
import { amendment, examination, LAWYER, leaseCard, leaseZip, materials, paper } from './contract-papers.js';
import { OFFICE_ENGINES } from './office-engines.js';
import { filesIn, registerOf, runOnce, tempOffice, workLeft } from './temp-office.js';

type Json = Readonly<Record<string, unknown>>;

function regesta(...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/main.js', ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

const drop = (root: string, name: string, content: Buffer | Json): Promise<void> =>
  writeFile(join(root, 'inbox', name), Buffer.isBuffer(content) ? content : JSON.stringify(content));
const facts = (command: string, root: string, ...options: string[]): Json[] =>
  JSON.parse(regesta(command, root, ...options, '--json').out) as Json[];
const recordOf = async (root: string, path: string): Promise<ArchiveRecord> =>
  JSON.parse(await readFile(join(root, path, 'record.json'), 'utf8')) as ArchiveRecord;
const draftOf = async (root: string, path: string): Promise<Json> =>
  JSON.parse(await readFile(join(root, path, 'draft.json'), 'utf8')) as Json;
const year = localDateAt(new Date(), 'Europe/Kyiv').slice(0, 4);

/** A card that lacks the day of a visa and says when it was concluded in no known way. */
async function incomplete(): Promise<Buffer> {
  const { visas } = await leaseCard();
  return leaseZip({ concluded: 'у лютому', visas: visas.map((visa, index) => (index === 0 ? { ...visa, date: null } : visa)) });
}

describe('a contract from the folder to the end of its term', () => {
  test('comes back with a letter, is asked about, registered, amended twice, not a third time, and ended', async () => {
    const root = await tempOffice();
    const faulty = await incomplete();
    await drop(root, 'оренда.zip', faulty);
    await drop(root, 'таємна.zip', await leaseZip({ access: 'secret' }));
    await drop(root, 'без картки.zip', zipOf({ name: 'договір.pdf', bytes: '%PDF-1.7' }));
    expect((await runOnce(root)).settled, 'of the three one has a letter').toMatchObject({ refused: 3, filed: 1, awaiting: 0 });
    const letter = `archive/${year}/contract-refusal/1`;
    const report = (await filesIn(join(root, 'refused'))).find((name) => name.endsWith('оренда.zip/report.json')) ?? '';
    const { findings } = JSON.parse(await readFile(join(root, 'refused', report), 'utf8')) as {
      findings: { severity: string; message: string }[];
    };
    const {
      grounds,
      addressees,
      contract: returned,
    } = (await draftOf(root, letter)) as { grounds: Json[]; addressees: Json[]; contract: string };
    expect(returned).toBe(sha256(faulty));
    expect(addressees.map(({ to }) => to)).toEqual(['Каховська міська рада', 'Неіснуюча Соломія Богданівна']);
    expect(addressees[0]).toHaveProperty('address');
    expect(grounds).toHaveLength(findings.filter(({ severity }) => severity === 'refuse').length);
    expect(grounds).toContainEqual({ clause: '5.10', text: expect.stringMatching(/^\p{Lu}/u) });
    expect(await filesIn(join(root, 'outbox', `contract-refusal-${year}-1`))).toContain('act.pdf');
    expect(
      (await registerOf(root)).map(({ series }) => series),
      'no number of a contract is spent',
    ).toEqual(['contract-refusal']);

    const zip = await leaseZip();
    const digest = sha256(zip);
    await drop(root, 'оренда.zip', zip);
    const waited = regesta('run', root, '--once');
    expect([waited.code, waited.err]).toEqual([0, expect.stringContaining('"awaiting":1')]);
    const waiting = { series: 'contract', year: 2021, number: null, ordinal: null, date: '2021-02-24', state: 'waiting' };
    expect(facts('register', root, 'contract')).toMatchObject([waiting]);
    const [listed] = facts('contracts', root);
    expect(listed).toMatchObject({ contract: digest, state: 'waiting', received: '2021-02-24', since: '2021-02-24', due: '2021-03-10' });
    expect(await filesIn(join(root, String(listed?.['path'])))).toContain('оренда.zip');

    await drop(root, '1.json', examination(digest, 'ask', '2021-03-01', { materials: ['Технічний паспорт павільйону'] }));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 2, refused: 0, fault: 0 });
    expect(await draftOf(root, 'archive/2021/materials-request/1')).toMatchObject({
      ...{ contract: digest, materials: ['Технічний паспорт павільйону'], signing: { date: '2021-03-01' }, signatory: LAWYER },
      addressees: [{ to: 'Каховська міська рада' }, { to: 'Неіснуюча Соломія Богданівна' }],
    });
    expect(facts('contracts', root)).toMatchObject([{ state: 'asked', due: null }]);
    expect(facts('due', root)).toMatchObject([{ what: 'examination', contract: digest, due: null, daysLeft: null }]);

    await drop(root, '2.json', materials(digest, '2021-03-09', '2021-03-09'));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1 });
    expect(facts('due', root)).toMatchObject([{ what: 'examination', series: 'contract', number: null, due: '2021-03-23' }]);

    await drop(root, '3.json', examination(digest, 'register', '2021-03-11'));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 2, refused: 0, fault: 0 });
    const registered = await recordOf(root, 'archive/2021/contract/1');
    expect(registered).toMatchObject({
      ...{ date: '2021-03-11', drop: { sha256: digest } },
      verdict: { series: 'examination', year: 2021, number: '2', date: '2021-03-11', signatory: LAWYER },
    });
    const original = registered.files.find(({ path }) => path.startsWith('original/'));
    expect(original?.sha256).toBe(sha256(await readFile(join(root, 'archive/2021/contract/1', original?.path ?? ''))));
    expect(registered.copies?.map(({ to }) => to)).toEqual(['Каховська міська рада', 'Неіснуюча Соломія Богданівна']);
    expect(await filesIn(join(root, 'outbox/contract-2021-1/copies'))).toHaveLength(2);
    expect(await recordOf(root, 'archive/2021/examination/2')).toMatchObject({
      step: { how: 'register', contract: digest, claim: registered.drop.claim },
    });

    const of = { series: 'contract', date: '2021-03-11', number: '1' };
    const amount = { value: '54000.00', words: 'пʼятдесят чотири тисячі гривень 00 копійок' };
    const shorter = { from: '2021-03-01', until: '2024-12-31', performance: false };
    await drop(root, '1.json', await amendment(of, '2021-06-01', { newTerms: { amount } }));
    await drop(root, '2.json', await amendment(of, '2022-02-01', { newTerms: { term: shorter } }));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 2, refused: 0 });
    await drop(root, '3.json', await amendment(of, '2025-02-03', { newTerms: { amount } }));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 1 });
    expect(await draftOf(root, `archive/${year}/contract-refusal/2`)).toMatchObject({
      addressees: [{ to: 'Каховська міська рада' }, { to: 'Неіснуюча Соломія Богданівна' }],
      grounds: [{ clause: '27.13', text: expect.stringContaining('Строк дії договору № 1 від 11.03.2021 закінчився 31.12.2024') }],
    });
    const end = {
      received: '2024-03-05',
      ground: 'consent',
      decided: '2024-03-01',
      of,
      reason: 'Павільйон передано громаді',
      effective: { on: '2024-04-01' },
    };
    await drop(root, '4.json', paper('termination', '2024-03-06', { title: 'Про дострокове припинення договору оренди', ...end }));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 0 });

    const spoilt = { of: { series: 'amendment', date: '2022-02-01', number: '1/2' }, reason: 'Угоду зареєстровано двічі.' };
    const general = { post: 'Начальник загального відділу', name: 'Тетяна ЯВОРСЬКА' };
    await drop(root, '5.json', {
      ...paper('void', '2024-04-02', { title: 'Про анулювання реєстраційного номера', ...spoilt }),
      signatory: general,
    });
    expect((await runOnce(root)).settled).toMatchObject({ filed: 1, refused: 0 });

    const rows = facts('register', root).map(({ series, year: of_, number, state }) => `${series}/${of_}/${number} ${state}`);
    expect(rows).toEqual([
      ...['amendment/2021/1/1 filed', 'amendment/2021/1/2 void'],
      ...['contract/2021/1 terminated', `contract-refusal/${year}/1 filed`, `contract-refusal/${year}/2 filed`],
      ...['examination/2021/1 filed', 'examination/2021/2 filed', 'materials/2021/1 filed', 'materials-request/2021/1 filed'],
      ...['termination/2024/1 filed', 'void/2024/1 filed'],
    ]);
    expect(regesta('show', root, 'amendment/2021/1/2').out).toContain('01.02.2022');
    expect(await filesIn(join(root, 'outbox/amendment-2021-1-2'))).toContain('act.pdf');
    expect(regesta('verify', root)).toMatchObject({ code: 0 });
    expect(await workLeft(root)).toEqual([]);
    const before = await registerOf(root);
    await rm(join(root, 'regesta.sqlite'));
    expect(regesta('rebuild', root).code).toBe(0);
    expect(await registerOf(root)).toEqual(before);
  });
});

describe.each(OFFICE_ENGINES)('a contract that waits, on $name', ({ name, tempOffice: officeOn }) => {
  test('is known again by its claim after a rebuild, comes back with the grounds of the lawyer, and waits anew when it is dropped again', async () => {
    const root = await officeOn();
    const zip = await leaseZip();
    const digest = sha256(zip);
    await drop(root, 'оренда.zip', zip);
    expect((await runOnce(root)).settled).toMatchObject({ awaiting: 1, refused: 0 });
    await drop(root, 'ще раз.zip', zip);
    await drop(root, '1.json', examination(digest, 'ask', '2021-03-01', { materials: ['Технічний паспорт павільйону'] }));
    expect((await runOnce(root)).settled, 'the same bytes wait once').toMatchObject({ awaiting: 0, refused: 1, filed: 2 });
    expect(await reportRules(root)).toEqual(['T-waiting']);
    const [asked] = (await waitingContracts(root)).contracts;
    expect(asked).toMatchObject({ row: { state: 'asked' }, pending: { drop: digest, steps: [{ how: 'ask' }, { how: 'ask' }] }, due: null });

    if (name === 'SQLite') {
      await rm(join(root, 'regesta.sqlite'));
      expect((await rebuildOffices([root])).problems).toEqual([]);
      expect((await waitingContracts(root)).contracts).toEqual([asked]);
      const copy = join(await mkdtemp(join(tmpdir(), 'regesta-test-')), 'copy');
      expect((await backUpOffice(root, copy)).verdict?.problems).toEqual([]);
      expect((await waitingContracts(copy)).contracts).toEqual([asked]);
    }
    expect((await runOnce(root)).settled, 'it is not read again at each start').toMatchObject({ awaiting: 0, refused: 0, filed: 0 });

    const grounds = [{ clause: '27.11.2', law: 'ст. 793 Цивільного кодексу України', text: 'Договір не посвідчено нотаріально' }];
    await drop(root, '2.json', examination(digest, 'refuse', '2021-03-11', { grounds }));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 2, refused: 1 });
    const letter = 'archive/2021/contract-refusal/1';
    expect(await draftOf(root, letter)).toMatchObject({ grounds, contract: digest, signing: { date: '2021-03-11' }, signatory: LAWYER });
    expect((await reportRules(root)).filter((rule) => rule === '27.11-verdict')).toHaveLength(1);
    expect((await waitingContracts(root)).contracts).toEqual([]);
    expect((await registerOf(root)).map(({ series }) => series)).not.toContain('contract');
    expect(await workLeft(root)).toEqual([]);

    await drop(root, 'оренда.zip', zip);
    expect((await runOnce(root)).settled).toMatchObject({ awaiting: 1, refused: 0 });
    expect((await waitingContracts(root)).contracts).toMatchObject([{ row: { state: 'waiting' }, pending: { steps: [] } }]);
    await drop(root, '3.json', examination(digest, 'register', '2021-03-15'));
    expect((await runOnce(root)).settled).toMatchObject({ filed: 2, refused: 0 });
    expect((await registerOf(root)).map(({ series, number }) => `${series}/${number}`)).toContain('contract/1');
    expect(await problems(root)).toEqual([]);
  });
});

describe('killed while contracts are decided and returned, and started again', () => {
  /** What must be the same: numbers, states and bytes, but that a letter tells the claim that gave rise to it; and what is refused. */
  async function outcome(root: string): Promise<unknown> {
    const acts = await Promise.all(
      (await registerOf(root)).map(async ({ series, year: of, number, state, path }) => {
        const record = await recordOf(root, path);
        const files = record.files.filter(
          ({ path: file }) => !/^(?:act\.pdf|notices\/)/.test(file) && !(series === 'contract-refusal' && file === 'draft.json'),
        );
        const { id: _, ...draft } = series === 'contract-refusal' ? await draftOf(root, path) : {};
        return { name: `${series}/${of}/${number}`, state, files, unsigned: record.pdf.revisions[0], draft };
      }),
    );
    const refused = (await filesIn(join(root, 'refused'))).map((path) => path.replace(/^[^/]+\/\d{6}-/, ''));
    return {
      acts,
      refused: refused.sort(),
      given: await filesIn(join(root, 'outbox')),
      left: await workLeft(root),
      inbox: await filesIn(join(root, 'inbox')),
    };
  }

  /** Two contracts wait; one is to be registered, one refused, and a third cannot be registered. */
  async function decided(): Promise<string> {
    const root = await tempOffice();
    const [one, other] = [await leaseZip(), await leaseZip({ id: 'other', title: 'Договір оренди іншого павільйону' })];
    await drop(root, '1.zip', one);
    await drop(root, '2.zip', other);
    expect((await runOnce(root)).settled).toMatchObject({ awaiting: 2 });
    await drop(root, '3.zip', await incomplete());
    await drop(root, '4.json', examination(sha256(one), 'register', '2021-03-11'));
    const grounds = [{ clause: '27.11.2', text: 'Строк оренди довший за дозволений' }];
    await drop(root, '5.json', examination(sha256(other), 'refuse', '2021-03-11', { grounds }));
    return root;
  }

  test('gives the same numbers, and exactly one letter for each that is returned', async () => {
    const before = await decided();
    const undisturbed = await copied(before);
    await runOnce(undisturbed);
    const expected = await outcome(undisturbed);
    expect((await registerOf(undisturbed)).map(({ series, year: of, number }) => `${series}/${of}/${number}`)).toEqual([
      ...['contract/2021/1', 'contract-refusal/2021/1', `contract-refusal/${year}/1`, 'examination/2021/1', 'examination/2021/2'],
    ]);
    for (const [step, nth] of KILLED_AT) {
      const root = await copied(before);
      const child = spawn(process.execPath, ['dist/main.js', 'run', root, '--once'], { stdio: 'ignore' });
      expect(await killedAt(root, child, step, nth), `${step} ${nth}`).toBe(true);
      await runOnce(root);
      expect(await outcome(root), `${step} ${nth}`).toEqual(expected);
      expect(await problems(root)).toEqual([]);
    }
  });
});

/** Lines of the journal at which the process is killed, by their number. */
const KILLED_AT = [
  ['refused', 1],
  ['registered', 1],
  ['registered', 3],
] as const;

async function copied(root: string): Promise<string> {
  const office = join(await mkdtemp(join(tmpdir(), 'regesta-test-')), 'office');
  await cp(root, office, { recursive: true });
  return office;
}

async function problems(root: string): Promise<readonly unknown[]> {
  const opened = await openOffice(root);
  try {
    return (await opened.verify()).problems;
  } finally {
    await opened.close();
  }
}

/** Kills the process as soon as the journal has the line; false if it ended before. */
async function killedAt(root: string, child: ChildProcess, step: JournalStep, nth: number): Promise<boolean> {
  const opened = await openOffice(root);
  try {
    while (child.exitCode === null) {
      let seen = 0;
      for await (const line of opened.store.journal.lines()) if (line.step === step) seen += 1;
      if (seen >= nth) {
        const isKilled = child.kill('SIGKILL');
        await once(child, 'exit');
        return isKilled;
      }
      await pause(1);
    }
    return false;
  } finally {
    await opened.close();
  }
}

/** Rules by which refused files were refused, first findings only. */
async function reportRules(root: string): Promise<string[]> {
  const reports = (await filesIn(join(root, 'refused'))).filter((name) => name.endsWith('report.json'));
  const rules = await Promise.all(
    reports.map(async (name) => (await readFile(join(root, 'refused', name), 'utf8')).match(/"rule": "([^"]+)"/)?.[1] ?? ''),
  );
  return rules.sort();
}
