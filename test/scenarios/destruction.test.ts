import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import { localDateAt } from '../../pipeline/model/date.js';
import type { Finding } from '../../pipeline/model/finding.js';
import type { RegisterRow } from '../../pipeline/model/ports.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { rebuildOffices } from '../../pipeline/wiring/rebuilding.js';
import { inject } from '../crash/injected.js';
import { filesIn, plainDraft, registerOf, runOnce, tempOffice } from './temp-office.js';

const GENERAL = { post: 'Начальник загального відділу', name: 'Тетяна ЯВОРСЬКА' };
const ARCHIVE = { post: 'Начальник архівного відділу', name: 'Марія ДАВИДЕНКО' };
const LEGAL = { post: 'Начальник юридичного відділу', name: 'Наталія СОКІЛ' };
const LETTERS = { year: 2021, index: '02-05' };
const TODAY = localDateAt(new Date(), 'Europe/Kyiv');
/** Three years after 2021 are over; until then it is too early. */
const EARLY = '2024-12-31';

const signed = (kind: string, date: string, signatory: object, more: object): object => ({
  ...{ kind, ...more },
  ...{ signing: { date }, signatory },
});
const nomenclature = signed('nomenclature', '2021-01-11', GENERAL, {
  year: 2021,
  plannedCases: [
    { index: '02-01', unit: 'general', article: '7-а', heading: 'Рішення виконавчого комітету', takes: [{ kind: 'decision' }] },
    { ...{ index: '02-05', unit: 'general', article: '122', heading: 'Журнали й листи' }, takes: [{ kind: 'letter' }] },
    { ...{ index: '02-06', unit: 'general', article: '122', heading: 'Номенклатура справ' }, takes: [{ kind: 'nomenclature' }] },
  ],
});
const minutes = (date: string, more: object): object => signed('appraisal', date, ARCHIVE, { members: [GENERAL], ...more });
const destroying = (date: string, { isAllowed }: { isAllowed: boolean }): object =>
  signed('destruction', date, GENERAL, {
    caseFiles: [LETTERS],
    visas: isAllowed ? [{ role: 'archive', date, ...ARCHIVE }] : [],
  });
const holding = (kind: string, date: string): object =>
  signed(kind, date, LEGAL, { caseFiles: [LETTERS], reason: 'Справа № 766/1 у Каховському міськрайонному суді' });

function regesta(...args: string[]): { readonly code: number | null; readonly out: string } {
  const { status, stdout } = spawnSync(process.execPath, ['dist/main.js', ...args], { encoding: 'utf8' });
  return { code: status, out: stdout };
}

describe('a case whose term is over', () => {
  let root: string;
  let dropped = 0;

  const drop = async (draft: object): Promise<void> => {
    dropped += 1;
    await writeFile(join(root, 'inbox', `${String(dropped).padStart(2, '0')}.json`), JSON.stringify(draft));
  };
  /** Rules for which a drop came back; none if it was filed. */
  const refusedFor = async (draft: object): Promise<string[]> => {
    await rm(join(root, 'refused'), { recursive: true, force: true });
    await drop(draft);
    const { settled } = await runOnce(root);
    expect(settled.fault).toBe(0);
    const reports = (await filesIn(join(root, 'refused')).catch(() => [])).filter((path) => path.endsWith('report.json'));
    const found = await Promise.all(
      reports.map(async (path) => JSON.parse(await readFile(join(root, 'refused', path), 'utf8')) as { readonly findings: Finding[] }),
    );
    return [
      ...new Set(found.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'refuse').map(({ rule }) => rule))),
    ].sort();
  };
  const letters = async (): Promise<RegisterRow[]> => (await registerOf(root)).filter(({ kind }) => kind === 'letter');
  const recordOf = async (path: string): Promise<ArchiveRecord> =>
    JSON.parse(await readFile(join(root, path, 'record.json'), 'utf8')) as ArchiveRecord;
  const problems = async (): Promise<readonly unknown[]> => {
    const opened = await openOffice(root);
    return (await opened.verify().finally(() => opened.close())).problems;
  };
  const found = async (word: string): Promise<string[]> => {
    const opened = await openOffice(root);
    return (await opened.store.index.search(word).finally(() => opened.close())).map(({ kind }) => kind);
  };

  beforeAll(async () => {
    root = await tempOffice();
    const letter = JSON.parse(await readFile('fixtures/kinds/letter/vidpovid-oda.json', 'utf8')) as { readonly body: object[] };
    await drop(nomenclature);
    await drop(JSON.parse(await plainDraft()) as object);
    for (const n of [1, 2, 3])
      await drop({ ...letter, body: [...letter.body, { type: 'paragraph', text: `Додаток примірника № ${n} не надсилається.` }] });
    await runOnce(root);
    expect((await registerOf(root)).map(({ state }) => state)).toEqual(['filed', 'filed', 'filed', 'filed', 'filed']);
  });

  test('is not destroyed too early, without leave, minutes, closing, or before what stays for ever is listed and approved', async () => {
    expect(await refusedFor(destroying(EARLY, { isAllowed: false }))).toEqual([
      ...['28.2-closed', '28.2-inventory', '28.2-leave', '28.2-minutes', '28.2-term'],
    ]);
  });

  test('is not destroyed before the inventory of what is kept for ever is approved', async () => {
    expect(regesta('close', root, '--year', '2021').code).toBe(0);
    await runOnce(root);
    const decided = [
      { year: 2021, index: '02-01', decision: 'keep' },
      { ...LETTERS, decision: 'destroy' },
    ];
    expect(await refusedFor(minutes('2022-03-01', { caseFiles: decided }))).toEqual([]);
    expect(regesta('inventory', root, '--year', '2021', '--category', 'permanent').code).toBe(0);
    await runOnce(root);
    expect((await registerOf(root)).filter(({ kind }) => kind === 'inventory')).toHaveLength(1);
    expect(regesta('inventory', root, '--year', '2021', '--category', 'permanent').out, 'twice').toContain('nothing to list');
    expect(await refusedFor(destroying('2025-06-10', { isAllowed: true }))).toEqual(['28.2-inventory']);
  });

  test('is not destroyed without leave, nor under a hold', async () => {
    const inventories = [{ series: 'inventory', date: TODAY, number: '1' }];
    expect(await refusedFor(minutes(TODAY, { inventories }))).toEqual([]);
    expect(regesta('show', root, `inventory/${TODAY.slice(0, 4)}/1`).out).toContain('approved by');
    expect(await refusedFor(destroying('2025-06-11', { isAllowed: false }))).toEqual(['28.2-leave']);
    expect(await refusedFor(holding('hold', '2025-06-12'))).toEqual([]);
    expect(await refusedFor(destroying('2025-06-13', { isAllowed: true }))).toEqual(['28.2-held']);
    const dry = JSON.parse(regesta('destroy', root, '--year', '2021', '--dry-run', '--json').out) as {
      index: string;
      reasons: { rule: string }[];
    }[];
    expect(dry.map(({ index, reasons }) => [index, reasons.map(({ rule }) => rule)])).toEqual([
      ['02-05', ['28.2-held']],
      ['02-06', ['28.2-minutes']],
    ]);
    expect(await refusedFor(holding('hold-end', '2025-06-14'))).toEqual([]);
    expect(regesta('destroy', root, '--dry-run').out).toMatch(/^goes {3}2021 {2}02-05 /);
    expect(await found('опалювального сезону')).toEqual(['letter', 'letter', 'letter']);
  });

  test('is told when it is to go to the archive department, and until it has come back', async () => {
    const leave = { date: '2025-06-14', number: '44', by: { post: 'Міський голова', name: 'Віталій НЕМЕРЕЦЬ' } };
    const receiver = { post: 'Слідчий Каховського відділу поліції', name: 'Ігор ЯСЕН' };
    const lending = signed('withdrawal', '2025-06-15', GENERAL, { caseFiles: [LETTERS], leave, receiver, reason: 'Ухвала слідчого судді' });
    expect(await refusedFor(lending)).toEqual([]);
    const due = () =>
      JSON.parse(regesta('due', root, '--json').out) as { what: string; due: string | null; caseFile: { index: string } | null }[];
    const ofCases = () => due().flatMap(({ what, due: day, caseFile }) => (caseFile === null ? [] : [[what, caseFile.index, day]]));
    expect(ofCases()).toEqual([
      ['transfer', '02-01', '2024-01-01'],
      ['return', '02-05', null],
    ]);
    expect(await refusedFor(destroying('2025-06-15', { isAllowed: true }))).toEqual(['28.2-withdrawn']);
    const of = { series: 'withdrawal', date: '2025-06-15', number: '1' };
    expect(await refusedFor(signed('withdrawal-return', '2025-06-16', GENERAL, { of, caseFiles: [LETTERS], giver: receiver }))).toEqual([]);
    expect(ofCases()).toEqual([['transfer', '02-01', '2024-01-01']]);
  });

  test('stays when a hold comes after the act of destruction has its number and before it is filed', async () => {
    const release = inject(root, { blow: 'fail', at: 1, times: 1_000_000, code: 'EIO', only: 'archive/2025/destruction' }, () => undefined);
    await drop(destroying('2025-06-16', { isAllowed: true }));
    await drop(holding('hold', '2025-06-16'));
    const { settled } = await runOnce(root).finally(release);
    expect(settled).toMatchObject({ fault: 1, filed: 1, refused: 0 });
    await runOnce(root);
    const stateOf = async (kind: string) => (await registerOf(root)).filter((row) => row.kind === kind).map(({ state }) => state);
    expect(await stateOf('destruction')).toEqual(['filed']);
    expect(await stateOf('letter')).toEqual(['filed', 'filed', 'filed']);
    expect(await readdir(join(root, '.work/destroying'))).toEqual([]);
    expect(await problems()).toEqual([]);
    expect(await refusedFor(destroying('2025-06-17', { isAllowed: true }))).toEqual(['28.2-held']);
    expect(await refusedFor(holding('hold-end', '2025-06-17'))).toEqual([]);
  });

  test('is destroyed rightly: where the disk gives way in the middle the rest goes at the next start', async () => {
    const second = (await letters())[1]?.path ?? '';
    const strikes: string[] = [];
    const release = inject(root, { blow: 'fail', at: 1, times: 1_000_000, code: 'EIO', only: `${second}/draft` }, ({ struck, on }) => {
      if (struck) strikes.push(on);
    });
    try {
      expect(await refusedFor(destroying('2025-06-18', { isAllowed: true }))).toEqual([]);
    } finally {
      release();
    }
    expect(strikes.length).toBeGreaterThan(0);
    expect((await letters()).map(({ state }) => state)).toEqual(['destroyed', 'filed', 'filed']);
    expect((await recordOf(second)).destroyed, 'the tombstone comes before anything goes').toBeDefined();

    await runOnce(root);
    expect((await letters()).map(({ state }) => state)).toEqual(['destroyed', 'destroyed', 'destroyed']);
    expect(await readdir(join(root, '.work/destroying'))).toEqual([]);
    expect(await problems()).toEqual([]);
  });

  test('leaves a tombstone with digests, an entry, and no words', async () => {
    const ajv = new Ajv2020({ strict: false });
    ajvFormats.default(ajv);
    const accepts = ajv.compile(JSON.parse(await readFile('schemas/record.schema.json', 'utf8')) as object);
    for (const { path, series, year, number } of await letters()) {
      expect(await readdir(join(root, path))).toEqual(['record.json']);
      const record = await recordOf(path);
      expect(accepts(record), JSON.stringify(accepts.errors)).toBe(true);
      expect(record.destroyed).toEqual({ series: 'destruction', year: 2025, number: '2', date: '2025-06-18' });
      expect(record.files.find((file) => file.path === 'act.pdf')?.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(record.journal.at(-1)?.step).toBe('destroyed');
      expect(existsSync(join(root, 'outbox', `${series}-${year}-${number}`))).toBe(false);
    }
    expect(await found('опалювального сезону')).toEqual([]);
    expect(await refusedFor(destroying('2025-06-19', { isAllowed: true }))).toContain('28.2-destroyed');
    expect(await refusedFor(holding('hold', '2025-06-19'))).toEqual(['T-case-destroyed']);
    expect((await registerOf(root)).find(({ kind }) => kind === 'decision')?.state).toBe('filed');
  });

  test('is told from what is lost: a tombstone that is gone, and a file that came back', async () => {
    const [first] = await letters();
    const record = join(root, first?.path ?? '', 'record.json');
    const text = await readFile(record, 'utf8');
    await writeFile(join(root, first?.path ?? '', 'act.pdf'), 'x');
    expect(await problems()).toMatchObject([{ code: 'file-added' }]);
    await rm(join(root, first?.path ?? '', 'act.pdf'));
    await rm(join(root, first?.path ?? ''), { recursive: true });
    expect((await problems()).length).toBeGreaterThan(0);
    await mkdir(join(root, first?.path ?? ''));
    await writeFile(record, text);
    expect(await problems()).toEqual([]);
  });

  test('stays destroyed in a backup and in an index made again', async () => {
    const to = `${root}-copy`;
    expect(regesta('backup', root, to).code).toBe(0);
    const before = await registerOf(root);
    for (const name of await readdir(root)) if (name.startsWith('regesta.sqlite')) await rm(join(root, name));
    expect((await rebuildOffices([root])).problems).toEqual([]);
    expect(await registerOf(root)).toEqual(before);
    expect(await registerOf(to)).toEqual(before);
    expect(await found('опалювального сезону')).toEqual([]);
  });

  test('goes on to plan cases where it was their nomenclature: what it said of them stays with its tombstone', async () => {
    const planned = (): string[] =>
      (JSON.parse(regesta('cases', root, '--year', '2021', '--json').out) as { cases: { index: string }[] }).cases.map(
        ({ index }) => index,
      );
    const before = planned();
    const plans = { year: 2021, index: '02-06' };
    expect(await refusedFor(minutes('2025-07-01', { caseFiles: [{ ...plans, decision: 'destroy' }] }))).toEqual([]);
    const draft = { ...(destroying('2025-07-02', { isAllowed: true }) as { visas: object[] }), caseFiles: [plans] };
    expect(await refusedFor(draft)).toEqual([]);
    const row = (await registerOf(root)).find(({ kind }) => kind === 'nomenclature');
    expect(row?.state).toBe('destroyed');
    expect(await readdir(join(root, row?.path ?? ''))).toEqual(['record.json']);
    const accepts = ajvFormats
      .default(new Ajv2020({ strict: false }))
      .compile(JSON.parse(await readFile('schemas/record.schema.json', 'utf8')) as object);
    expect(accepts(await recordOf(row?.path ?? '')), JSON.stringify(accepts.errors)).toBe(true);
    expect(before).toEqual(['02-01', '02-05', '02-06']);
    expect(planned()).toEqual(before);
    expect(await problems()).toEqual([]);
  });
});
