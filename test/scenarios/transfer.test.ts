import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../pipeline/model/digest.js';
import { officeYear } from '../year/office-year.js';
import { filesIn, registerOf, runOnce, tempOffice } from './temp-office.js';

function regesta(...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/main.js', ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

/** An office without documents that has the settings and the keys of another. */
async function emptyTwin(root: string): Promise<string> {
  const twin = await tempOffice();
  await rm(join(twin, 'keys'), { recursive: true });
  for (const name of ['office.yaml', 'keys']) await cp(join(root, name), join(twin, name), { recursive: true });
  return twin;
}

/** Writes the manifest of a package, and what follows from it: the manifest of its own files, and the size and the number of what lies in it. */
async function remade(bag: string, manifest: string, text: string): Promise<void> {
  const paths = text.split('\n').flatMap((line) => line.split('  ')[1] ?? []);
  const sizes = await Promise.all(paths.map(async (path) => (await readFile(join(bag, path))).length));
  const info = join(bag, 'bag-info.txt');
  const oxum = `Payload-Oxum: ${sizes.reduce((sum, size) => sum + size, 0)}.${paths.length}`;
  await writeFile(info, (await readFile(info, 'utf8')).replace(/^Payload-Oxum: .*$/m, oxum));
  await writeFile(manifest, text);
  const tags = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt'];
  const digests = await Promise.all(tags.map(async (name) => `${sha256(await readFile(join(bag, name)))}  ${name}\n`));
  await writeFile(join(bag, 'tagmanifest-sha256.txt'), digests.join(''));
}

const newFolder = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'regesta-transfer-')), 'package');

describe('a transfer package', () => {
  let root: string;

  beforeAll(async () => {
    root = await tempOffice();
    for (const { name, bytes } of await officeYear({ acts: 12, contracts: 1 })) await writeFile(join(root, 'inbox', name), bytes);
    expect((await runOnce(root)).settled).toMatchObject({ filed: 15, refused: 0, fault: 0 });
  });

  test('of a whole year is restored into an empty office: the same registers, the same bytes', async () => {
    const bag = await newFolder();
    const made = regesta('transfer', root, '--year', '2021', '--out', bag, '--json');
    expect([made.code, JSON.parse(made.out)]).toMatchObject([0, { acts: 15, cases: 9, problems: [], remarks: [] }]);
    expect(regesta('verify', bag).code).toBe(0);
    const twin = await emptyTwin(root);
    expect(regesta('rebuild', twin, '--from', bag).out).toContain('Index made again: 15 acts filed');
    expect(await registerOf(twin)).toEqual(await registerOf(root));
    expect(regesta('verify', twin).code).toBe(0);
    const files = await filesIn(join(root, 'archive'));
    expect((await filesIn(join(twin, 'archive'))).filter((name) => !name.startsWith('journal/'))).toEqual(
      files.filter((name) => !name.startsWith('journal/')),
    );
    for (const name of files.filter((path) => !path.startsWith('journal/')))
      expect((await readFile(join(twin, 'archive', name))).equals(await readFile(join(root, 'archive', name))), name).toBe(true);
    expect(regesta('rebuild', twin, '--from', bag), 'an office that has documents').toMatchObject({ code: 2 });
  });

  test('with one byte of it changed is refused by name, and nothing is restored', async () => {
    const bag = await newFolder();
    expect(regesta('transfer', root, '--year', '2021', '--out', bag).code).toBe(0);
    const file = join(bag, 'data/archive/2021/decision/27/act.docx');
    const bytes = await readFile(file);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(file, bytes);
    const verified = regesta('verify', bag);
    expect([verified.code, verified.out]).toEqual([1, expect.stringContaining('data/archive/2021/decision/27/act.docx')]);
    const twin = await emptyTwin(root);
    expect(regesta('rebuild', twin, '--from', bag).code).toBe(1);
    expect([await filesIn(join(twin, 'archive')), await registerOf(twin)]).toEqual([[], []]);
  });

  test('whose manifests were made again over a changed document is refused by its record, and nothing is restored', async () => {
    const bag = await newFolder();
    expect(regesta('transfer', root, '--year', '2021', '--out', bag).code).toBe(0);
    const path = 'data/archive/2021/decision/27/act.docx';
    const bytes = await readFile(join(bag, path));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(join(bag, path), bytes);
    const manifest = join(bag, 'manifest-sha256.txt');
    const lines = (await readFile(manifest, 'utf8')).split('\n').map((line) => (line.endsWith(path) ? `${sha256(bytes)}  ${path}` : line));
    await remade(bag, manifest, lines.join('\n'));
    expect(regesta('verify', bag).code).toBe(0);
    const twin = await emptyTwin(root);
    const restored = regesta('rebuild', twin, '--from', bag);
    expect([restored.code, restored.out]).toEqual([1, expect.stringMatching(new RegExp(`${path}[\\s\\S]*Nothing was changed`))]);
    expect([await filesIn(join(twin, 'archive')), await registerOf(twin)]).toEqual([[], []]);
    await rm(join(bag, 'data/archive/2021/decision/27/record.json'));
    await remade(bag, manifest, lines.filter((line) => !line.endsWith('27/record.json')).join('\n'));
    expect(regesta('rebuild', twin, '--from', bag)).toMatchObject({ code: 1, out: expect.stringContaining('27') });
    expect([await filesIn(join(twin, 'archive')), await registerOf(twin)]).toEqual([[], []]);
  });

  test('that came half is refused, and nothing is restored', async () => {
    const bag = await newFolder();
    expect(regesta('transfer', root, '--year', '2021', '--out', bag).code).toBe(0);
    await rm(join(bag, 'data/archive/2021/order'), { recursive: true });
    const twin = await emptyTwin(root);
    expect(regesta('rebuild', twin, '--from', bag)).toMatchObject({ code: 1, out: expect.stringContaining('PROBLEM file-missing') });
    expect([await filesIn(join(twin, 'archive')), await registerOf(twin)]).toEqual([[], []]);
  });

  test("of a unit's permanent cases holds these, and the nomenclature that formed them", async () => {
    const bag = await newFolder();
    expect(regesta('transfer', root, '--year', '2021', '--unit', 'general', '--category', 'permanent', '--out', bag).code).toBe(0);
    const series = (await filesIn(join(bag, 'data/archive'))).map((name) => name.split('/')[1]);
    expect([...new Set(series)]).toEqual(['nomenclature', 'decision', 'errand', 'order']);
  });

  test('is not made of a file that was damaged, of a year without cases, or in a folder that holds something', async () => {
    const damaged = join(await mkdtemp(join(tmpdir(), 'regesta-transfer-')), 'office');
    await cp(root, damaged, { recursive: true });
    await writeFile(join(damaged, 'archive/2021/letter/1/act.docx'), 'damaged');
    const bag = await newFolder();
    const refused = regesta('transfer', damaged, '--year', '2021', '--out', bag);
    expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('archive/2021/letter/1/act.docx')]);
    expect(await filesIn(bag)).not.toContain('bagit.txt');
    expect(regesta('transfer', root, '--year', '2019', '--out', await newFolder()).code).toBe(1);
    expect(regesta('transfer', root, '--year', '2021', '--out', root).code).toBe(2);
  });
});
