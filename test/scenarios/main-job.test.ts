import { copyFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import { sha256 } from '../../pipeline/model/digest.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { OFFICE_ENGINES } from './office-engines.js';
import { dropSamples, filesIn, plainDraft, registerOf, runOnce } from './temp-office.js';

const json = async <T>(...path: string[]): Promise<T> => JSON.parse(await readFile(join(...path), 'utf8')) as T;

/** Samples after it are contracts, of which other scenarios tell. */
const LAST_DECISION = 14;

describe.each(OFFICE_ENGINES)('an office whose samples were dropped, on $name', ({ tempOffice, workFiles }) => {
  let root: string;
  let names: string[];

  beforeAll(async () => {
    root = await tempOffice();
    names = await dropSamples(root, (name) => Number.parseInt(name, 10) <= LAST_DECISION);
    expect((await runOnce(root)).settled).toEqual({ filed: names.length, awaiting: 0, receipt: 0, refused: 0, fault: 0 });
  });

  test('numbers them in natural order of their names, from the opening number of their year', async () => {
    const rows = await registerOf(root);
    const sources = await Promise.all(rows.map(async (row) => (await json<ArchiveRecord>(root, row.path, 'record.json')).drop.name));
    expect(sources).toEqual(names);
    expect(rows.filter((row) => row.year === 2021).map((row) => row.number)).toEqual(
      rows.filter((row) => row.year === 2021).map((_, index) => String(27 + index)),
    );
    expect(rows.find((row) => row.year === 2022)?.number).toBe('1');
    const changed = rows.filter((row) => row.state !== 'filed').map(({ number, state }) => [number, state]);
    expect(changed, 'by number 36').toEqual([['27', 'amended']]);
  });

  test('keeps the bytes that arrived, and nothing of them anywhere else', async () => {
    for (const row of await registerOf(root)) {
      const record = await json<ArchiveRecord>(root, row.path, 'record.json');
      const draft = record.files.find((file) => file.path.startsWith('draft.'));
      expect(await readFile(join(root, row.path, draft?.path ?? ''))).toEqual(await readFile(join(root, 'samples', record.drop.name)));
    }
    expect(await filesIn(join(root, 'inbox'))).toEqual([]);
    expect(await filesIn(join(root, '.work'))).toEqual(workFiles);
  });

  test('writes a record beside each act that its schema accepts and its files agree with', async () => {
    const ajv = new Ajv2020({ allErrors: true });
    ajvFormats.default(ajv);
    const accepts = ajv.compile(await json<object>('schemas/record.schema.json'));
    for (const row of await registerOf(root)) {
      const record = await json<ArchiveRecord>(root, row.path, 'record.json');
      expect(accepts(record), JSON.stringify(accepts.errors)).toBe(true);
      expect(await filesIn(join(root, row.path))).toEqual([...record.files.map((file) => file.path), 'record.json'].sort());
      for (const file of record.files) expect(sha256(await readFile(join(root, row.path, file.path)))).toBe(file.sha256);
      expect(record.journal.map((line) => line.step)).toEqual(['received', 'checked', 'registered', 'rendered', 'signed', 'filed']);
    }
  });

  test('keeps the annex files of a ZIP with the act', async () => {
    const zip = names.find((name) => name.endsWith('.zip'));
    const row = (await registerOf(root))[names.indexOf(zip ?? '')];
    expect((await readdir(join(root, row?.path ?? '', 'annexes'))).every((name) => /^\d+-/.test(name))).toBe(true);
  });

  test('gives the act back to who dropped it, with a report only where there are warnings', async () => {
    for (const row of await registerOf(root)) {
      const record = await json<ArchiveRecord>(root, row.path, 'record.json');
      const given = await readdir(join(root, 'outbox', `${row.series}-${row.year}-${row.number}`));
      expect(given.sort()).toEqual([
        'act.docx',
        'act.pdf',
        'copies',
        'dispatch.pdf',
        ...(record.warnings.length > 0 ? ['report.html', 'report.json'] : []),
        'visas.pdf',
      ]);
      const copies = await readdir(join(root, 'outbox', `${row.series}-${row.year}-${row.number}`, 'copies'));
      expect(copies.length).toBe(record.copies?.length);
    }
  });

  test('finds acts by any form of a word, whichever apostrophe is typed', async () => {
    const opened = await openOffice(root);
    const found = async (query: string): Promise<string[]> =>
      (await opened.store.index.search(query)).map((row) => `${row.year}/${row.number}`);
    expect(await found('регламентом')).toContain('2021/27');
    expect(await found('оренди')).toEqual(await found('орендою'));
    expect(await found("обов'язки")).toEqual(await found('обовʼязків'));
    expect((await found("обов'язки")).length).toBeGreaterThan(0);
    expect(await found('синхрофазотрон')).toEqual([]);
    await opened.close();
  });

  test('verifies whole', async () => {
    const opened = await openOffice(root);
    const verdict = await opened.verify();
    await opened.close();
    expect(verdict.problems).toEqual([]);
    expect(verdict.signatures).toHaveLength(2 * names.length);
    expect(verdict.signatures.every((signature) => signature.trusted === true && signature.level === 'B-B')).toBe(true);
  });

  test('takes every fixture of the kind as sound', async () => {
    const fixtures = await readdir('fixtures/kinds/decision');
    for (const name of fixtures) await copyFile(join('fixtures/kinds/decision', name), join(root, 'inbox', name));
    expect((await runOnce(root)).settled).toEqual({ filed: fixtures.length, awaiting: 0, receipt: 0, refused: 0, fault: 0 });
  });
});

describe.each(OFFICE_ENGINES)('one drop after another, on $name', ({ tempOffice }) => {
  test('the same bytes make one act and a receipt that points to it', async () => {
    const root = await tempOffice();
    await writeFile(join(root, 'inbox', 'a.json'), await plainDraft());
    await runOnce(root);
    await writeFile(join(root, 'inbox', 'b.json'), await plainDraft());
    expect((await runOnce(root)).settled).toEqual({ filed: 0, awaiting: 0, receipt: 1, refused: 0, fault: 0 });
    const rows = await registerOf(root);
    expect(rows).toHaveLength(1);
    const [receipt] = (await readdir(join(root, 'outbox', 'receipts'))).filter((name) => name.endsWith('.json'));
    expect(await json(root, 'outbox', 'receipts', receipt ?? '')).toMatchObject({
      name: 'b.json',
      verdict: 'duplicate',
      act: { path: rows[0]?.path },
    });
  });

  test('the same bytes twice in one scan make one act, too', async () => {
    const root = await tempOffice();
    for (const name of ['a.json', 'b.json']) await writeFile(join(root, 'inbox', name), await plainDraft());
    expect((await runOnce(root)).settled).toEqual({ filed: 1, awaiting: 0, receipt: 1, refused: 0, fault: 0 });
  });

  test('a refused draft takes no number, lies with its report, and does not stop the next', async () => {
    const root = await tempOffice();
    const bad = await plainDraft({ title: null, id: 'bad' });
    await writeFile(join(root, 'inbox', '1.json'), bad);
    await writeFile(join(root, 'inbox', '2.json'), await plainDraft());
    expect((await runOnce(root)).settled).toEqual({ filed: 1, awaiting: 0, receipt: 0, refused: 1, fault: 0 });
    expect((await registerOf(root)).map((row) => row.number)).toEqual(['27']);
    const [day] = await readdir(join(root, 'refused'));
    const [folder] = await readdir(join(root, 'refused', day ?? ''));
    expect(folder).toMatch(/^\d{6}-[0-9a-f]{8}-1\.json$/);
    const tray = join(root, 'refused', day ?? '', folder ?? '');
    expect((await readdir(tray)).sort()).toEqual(['1.json', 'report.html', 'report.json']);
    expect(await readFile(join(tray, '1.json'), 'utf8')).toBe(bad);
    expect(await json(tray, 'report.json')).toMatchObject({ name: '1.json', sha256: sha256(bad), verdict: 'refused', droppedBy: null });
  });

  test('what was refused is judged anew when it is dropped again', async () => {
    const root = await tempOffice();
    for (let time = 0; time < 2; time++) {
      await writeFile(join(root, 'inbox', '1.json'), await plainDraft({ title: null }));
      expect((await runOnce(root)).settled.refused).toBe(1);
    }
  });

  test('lines of drops that became no act lie in the yearly journal of the archive', async () => {
    const root = await tempOffice();
    await writeFile(join(root, 'inbox', '1.json'), await plainDraft({ title: null }));
    await runOnce(root);
    const [file] = await readdir(join(root, 'archive', 'journal'));
    const lines = (await readFile(join(root, 'archive', 'journal', file ?? ''), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { step: string });
    expect(lines.map((line) => line.step)).toEqual(['received', 'refused']);
  });

  test("a clerk's folder says who dropped it, and the results come back to that clerk", async () => {
    const root = await tempOffice();
    await writeFile(join(root, 'inbox', 'олена', 'рішення № 1.json'), await plainDraft());
    await runOnce(root);
    expect(await readdir(join(root, 'outbox', 'олена'))).toEqual(['decision-2021-27']);
    expect((await json<ArchiveRecord>(root, 'archive', '2021', 'decision', '27', 'record.json')).drop).toMatchObject({
      droppedBy: 'олена',
      name: 'рішення № 1.json',
    });
  });

  test('a secret draft is moved, readable by its owner only, and its report shows nothing of it', async () => {
    const root = await tempOffice();
    await writeFile(join(root, 'inbox', 'secret.json'), await plainDraft({ access: 'secret', title: 'Про таємну справу' }));
    await runOnce(root);
    const [day] = await readdir(join(root, 'refused'));
    const [folder] = await readdir(join(root, 'refused', day ?? ''));
    const tray = join(root, 'refused', day ?? '', folder ?? '');
    expect((await stat(join(tray, 'secret.json'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(tray, 'report.html'), 'utf8')).not.toContain('таємну справу');
    expect(await json<{ findings: { clause: string }[] }>(tray, 'report.json')).toMatchObject({ findings: [{ clause: '15' }] });
  });

  test('an id that has a number is refused for other bytes, naming the act', async () => {
    const root = await tempOffice();
    await writeFile(join(root, 'inbox', '1.json'), await plainDraft({ id: 'same' }));
    await writeFile(join(root, 'inbox', '2.json'), `${await plainDraft({ id: 'same' })} `);
    expect((await runOnce(root)).settled).toEqual({ filed: 1, awaiting: 0, receipt: 0, refused: 1, fault: 0 });
  });

  test('a key that fails leaves the number standing and the drop in the work area; mended, it is filed under that number', async () => {
    const root = await tempOffice();
    const password = await readFile(join(root, 'keys', 'head.password'));
    await writeFile(join(root, 'keys', 'head.password'), 'wrong');
    await writeFile(join(root, 'inbox', '1.json'), await plainDraft());
    expect((await runOnce(root)).settled.fault).toBe(1);
    expect((await registerOf(root)).map((row) => [row.number, row.state])).toEqual([['27', 'awaiting-signature']]);
    await writeFile(join(root, 'keys', 'head.password'), password);
    expect((await runOnce(root)).settled.filed).toBe(1);
    expect((await registerOf(root)).map((row) => [row.number, row.state])).toEqual([['27', 'filed']]);
  });
});
