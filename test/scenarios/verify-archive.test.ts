import { appendFile, cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex from 'knex';
import { beforeAll, describe, expect, test } from 'vitest';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { plainDraft, runOnce, tempOffice } from './temp-office.js';

const ACT = 'archive/2021/decision/27';

async function problemsOf(root: string): Promise<string[]> {
  const opened = await openOffice(root);
  try {
    const { problems } = await opened.verify();
    return problems.map((problem) => `${problem.code} ${problem.path}`);
  } finally {
    await opened.close();
  }
}

async function flip(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

describe('verify names', () => {
  let sound: string;
  let root: string;

  beforeAll(async () => {
    sound = await tempOffice();
    await writeFile(join(sound, 'inbox', '1.json'), await plainDraft({ id: '1' }));
    await writeFile(join(sound, 'inbox', '2.json'), await plainDraft({ id: '2' }));
    await writeFile(join(sound, 'inbox', '3.json'), await plainDraft({ title: null }));
    await runOnce(sound);
    expect(await problemsOf(sound)).toEqual([]);
  });

  const tamper = async (change: (path: (name: string) => string) => Promise<unknown>): Promise<string[]> => {
    root = join(await mkdtemp(join(tmpdir(), 'regesta-tampered-')), 'office');
    await cp(sound, root, { recursive: true });
    await change((name) => join(root, name));
    const problems = await problemsOf(root);
    await rm(root, { recursive: true });
    return problems;
  };

  test.each(['act.docx', 'draft.json'])('a byte changed in %s', async (name) => {
    expect(await tamper((path) => flip(path(`${ACT}/${name}`), 100))).toEqual([`file-changed ${ACT}/${name}`]);
  });

  test('a byte changed in the PDF, also by its signatures and revisions', async () => {
    const problems = await tamper((path) => flip(path(`${ACT}/act.pdf`), 2000));
    expect(problems).toContain(`file-changed ${ACT}/act.pdf`);
    expect(problems).toContain(`revision-changed ${ACT}/act.pdf`);
    expect(problems.some((problem) => problem.startsWith('signature-') || problem.startsWith('digest-'))).toBe(true);
  });

  test('bytes appended to the PDF', async () => {
    expect(await tamper((path) => appendFile(path(`${ACT}/act.pdf`), '\n% more'))).toContain(`revision-unrecorded ${ACT}/act.pdf`);
  });

  test('a file that is missing', async () => {
    expect(await tamper((path) => rm(path(`${ACT}/act.docx`)))).toEqual([`file-missing ${ACT}/act.docx`]);
  });

  test('a file that was added', async () => {
    expect(await tamper((path) => writeFile(path(`${ACT}/note.txt`), 'x'))).toEqual([`file-added ${ACT}/note.txt`]);
  });

  test('a file that was renamed', async () => {
    const problems = await tamper((path) => rename(path(`${ACT}/act.docx`), path(`${ACT}/act2.docx`)));
    expect(problems.sort()).toEqual([`file-added ${ACT}/act2.docx`, `file-missing ${ACT}/act.docx`]);
  });

  test('a record that says something else', async () => {
    const problems = await tamper(async (path) => {
      const record = path(`${ACT}/record.json`);
      await writeFile(record, (await readFile(record, 'utf8')).replace('"droppedBy": null', '"droppedBy": "x"'));
    });
    expect(problems).toEqual([`record-changed ${ACT}/record.json`]);
  });

  test('an act that is gone', async () => {
    expect(await tamper((path) => rm(path(ACT), { recursive: true }))).toEqual([`act-missing ${ACT}`]);
  });

  test('an act that was moved to another number', async () => {
    const problems = await tamper((path) => rename(path(ACT), path('archive/2021/decision/99')));
    expect(problems).toEqual(expect.arrayContaining(['act-misplaced archive/2021/decision/99', `act-missing ${ACT}`]));
  });

  test('a line of the yearly journal that was changed', async () => {
    const year = new Date().getUTCFullYear();
    const problems = await tamper((path) => flip(path(`archive/journal/${year}.jsonl`), 30));
    expect(problems).toEqual([`journal-differs archive/journal/${year}.jsonl`]);
  });

  test('an entry whose title was changed in the database', async () => {
    const problems = await tamper(async (path) => {
      const database = knex({ client: 'sqlite3', connection: { filename: path('regesta.sqlite') }, useNullAsDefault: true });
      await database('entry').where({ number: '27' }).update({ title: 'інша' });
      await database.destroy();
    });
    expect(problems).toEqual([`register-differs ${ACT}`]);
  });
});
