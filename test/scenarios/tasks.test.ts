import { copyFile, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../../pipeline/kinds/index.js';
import type { RegisterRow } from '../../pipeline/model/ports.js';
import { readDraft } from '../clauses/judged.js';
import { ACT_TASKS, FIXTURES } from '../tasks/task-fixtures.js';
import { filesIn, registerOf, runOnce, tempOffice } from './temp-office.js';

/** What is dropped for a task: its fixture under a name that begins with the date of the act, so that acts are registered by date. */
interface Dropped {
  readonly kind: string;
  readonly title: string;
  readonly file: string;
  readonly name: string;
}

let root: string;
let dropped: readonly Dropped[];
let rows: readonly RegisterRow[];

async function dropOf(id: string, file: string): Promise<Dropped> {
  const { content } = (await readDraft(file, await readFile(join(FIXTURES, file)))).draft;
  const date = kinds.find((kind) => kind.id === content.kind)?.dateOf(content) ?? '';
  return { kind: content.kind, title: content.title ?? '', file, name: `${date}-${id}${extname(file)}` };
}

beforeAll(async () => {
  root = await tempOffice();
  dropped = await Promise.all(ACT_TASKS.map(({ id, file = '' }) => dropOf(id, file)));
  for (const { file, name } of dropped) await copyFile(join(FIXTURES, file), join(root, 'inbox', name));
  await runOnce(root);
  rows = await registerOf(root);
}, 120_000);

describe('the acts of all tasks, dropped into one office', () => {
  test('are refused none', async () => {
    expect((await filesIn(join(root, 'refused'))).filter((name) => name.endsWith('report.json'))).toEqual([]);
    expect(dropped.length).toBe(39);
  });

  test('are each registered as its kind, under numbers without a gap', () => {
    const entered = rows.map(({ kind, title, state }) => `${kind} ${title} ${state}`).sort();
    expect(entered).toEqual(dropped.map(({ kind, title }) => `${kind} ${title} filed`).sort());
    const numbers = (series: string): string[] => rows.filter((row) => row.series === series).map(({ number }) => number ?? '');
    expect(numbers('council-decision')).toEqual(Array.from({ length: 33 }, (_, index) => String(index + 1)));
    expect(numbers('decision')).toEqual(['27', '28', '29']);
    expect(numbers('order')).toEqual(['1-р', '2-р', '3-р']);
  });

  test('are each filed as a whole: signed PDF, DOCX, draft as received, sheet of visas', async () => {
    for (const { path, title } of rows) {
      const files = await filesIn(join(root, path));
      expect(files, title).toEqual(expect.arrayContaining(['act.docx', 'act.pdf', 'record.json', 'visas.pdf']));
      const draft = files.find((name) => name.startsWith('draft.')) ?? '';
      const { name } = (JSON.parse(await readFile(join(root, path, 'record.json'), 'utf8')) as { drop: { name: string } }).drop;
      const { file } = dropped.find((one) => one.name === name) ?? { file: '' };
      expect(await readFile(join(root, path, draft))).toEqual(await readFile(join(FIXTURES, file)));
    }
  });
});
