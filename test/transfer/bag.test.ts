import { appendFile, mkdir, mkdtemp, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../pipeline/model/digest.js';
import { checkBag, copyPayload, isBag, type Payload, writeBag } from '../../pipeline/transfer/bag.js';
import { filesIn } from '../scenarios/temp-office.js';

const INFO = [['Source-Organization', 'Виконавчий комітет\nміської ради']] as const;

/** Files of an archive, one named as only a careless person would. */
async function payloadIn(folder: string): Promise<Payload[]> {
  await mkdir(folder, { recursive: true });
  const files = {
    'archive/2021/decision/27/act.pdf': 'рішення',
    'archive/2021/decision/27/annexes/1-100%25 кошторис.xlsx': '',
    'trust/root.crt': 'корінь',
  };
  return Promise.all(
    Object.entries(files).map(async ([path, text], index) => {
      await writeFile(join(folder, String(index)), text);
      return { from: join(folder, String(index)), path, sha256: sha256(text) };
    }),
  );
}

async function madeBag(): Promise<{ readonly bag: string; readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'regesta-bag-'));
  const bag = join(folder, 'bag');
  expect(await writeBag(bag, await payloadIn(join(folder, 'from')), INFO)).toEqual({ files: 3, bytes: Buffer.byteLength('рішеннякорінь') });
  return { bag, folder };
}

/** Says one file more, with a manifest that has the digest of that. */
async function miscounted(bag: string): Promise<void> {
  const info = join(bag, 'bag-info.txt');
  const before = await readFile(info, 'utf8');
  const after = before.replace(/\.3\n$/, '.4\n');
  await writeFile(info, after);
  const tags = join(bag, 'tagmanifest-sha256.txt');
  await writeFile(tags, (await readFile(tags, 'utf8')).replace(sha256(before), sha256(after)));
}

describe('a bag', () => {
  test('has the files of RFC 8493, a value of bag-info on one line, and is valid', async () => {
    const { bag } = await madeBag();
    expect(await filesIn(bag)).toEqual([
      ...['bag-info.txt', 'bagit.txt'],
      ...['data/archive/2021/decision/27/act.pdf', 'data/archive/2021/decision/27/annexes/1-100%25 кошторис.xlsx', 'data/trust/root.crt'],
      ...['manifest-sha256.txt', 'tagmanifest-sha256.txt'],
    ]);
    expect(await readFile(join(bag, 'bagit.txt'), 'utf8')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    expect(await readFile(join(bag, 'bag-info.txt'), 'utf8')).toBe(
      `Source-Organization: Виконавчий комітет міської ради\nPayload-Oxum: ${Buffer.byteLength('рішеннякорінь')}.3\n`,
    );
    expect(await readFile(join(bag, 'manifest-sha256.txt'), 'utf8')).toContain(
      `${sha256('')}  data/archive/2021/decision/27/annexes/1-100%2525 кошторис.xlsx\n`,
    );
    expect([await isBag(bag), await checkBag(bag)]).toEqual([true, []]);
  });

  test.each([
    [
      'a byte of a document is another',
      'file-changed',
      (bag: string) => writeFile(join(bag, 'data/archive/2021/decision/27/act.pdf'), 'рішеннє'),
    ],
    ['a byte is added to its information', 'file-changed', (bag: string) => appendFile(join(bag, 'bag-info.txt'), '\n')],
    ['a document is gone', 'file-missing', (bag: string) => rm(join(bag, 'data/archive/2021/decision/27/act.pdf'))],
    [
      'a document has another name',
      'file-added',
      (bag: string) => rename(join(bag, 'data/trust/root.crt'), join(bag, 'data/trust/roots.crt')),
    ],
    ['a file lies there that no manifest knows', 'file-added', (bag: string) => writeFile(join(bag, 'data/зайвий.txt'), '')],
    ['a link lies there', 'not-a-file', (bag: string) => symlink('/etc/passwd', join(bag, 'data/link'))],
    ['a manifest is gone', 'bag-manifest', (bag: string) => rm(join(bag, 'manifest-sha256.txt'))],
    [
      'a manifest leads out of the bag',
      'bag-manifest',
      (bag: string) => appendFile(join(bag, 'manifest-sha256.txt'), `${sha256('')}  data/../../x\n`),
    ],
    [
      'a manifest names a place of the disk',
      'bag-manifest',
      (bag: string) => appendFile(join(bag, 'manifest-sha256.txt'), `${sha256('')}  /etc/hostname\n`),
    ],
    [
      'a manifest names a file twice',
      'bag-manifest',
      (bag: string) => appendFile(join(bag, 'manifest-sha256.txt'), `${sha256('')}  data/trust/root.crt\n`),
    ],
    ['the manifest of its own files is gone', 'bag-manifest', (bag: string) => rm(join(bag, 'tagmanifest-sha256.txt'))],
    ['it was cut off before its declaration', 'bag-declaration', (bag: string) => rm(join(bag, 'bagit.txt'))],
    ['a document is cut off', 'file-changed', (bag: string) => truncate(join(bag, 'data/archive/2021/decision/27/act.pdf'), 3)],
    ['it counts its files wrongly, though its manifests agree', 'bag-oxum', miscounted],
    ['a line of a manifest is cut short', 'bag-manifest', (bag: string) => appendFile(join(bag, 'tagmanifest-sha256.txt'), '012345')],
    [
      'its version is not known',
      'bag-declaration',
      (bag: string) => writeFile(join(bag, 'bagit.txt'), 'BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n'),
    ],
  ])('is not valid where %s', async (_, code, breakIt) => {
    const { bag } = await madeBag();
    await breakIt(bag);
    expect((await checkBag(bag)).map((problem) => problem.code)).toContain(code);
  });

  test('is not made of a file that is not what its record says, nor in a folder that holds something', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'regesta-bag-'));
    const payload = await payloadIn(join(folder, 'from'));
    await appendFile(join(folder, 'from', '0'), '!');
    const bag = join(folder, 'bag');
    expect(await writeBag(bag, payload, INFO)).toMatchObject({
      problems: [{ code: 'file-changed', path: 'archive/2021/decision/27/act.pdf' }],
    });
    expect(await isBag(bag)).toBe(false);
    await expect(writeBag(bag, payload, INFO)).rejects.toMatchObject({ code: 'usage' });
  });

  test('gives the files of a part of it back under their names', async () => {
    const { bag, folder } = await madeBag();
    await copyPayload(bag, 'archive', join(folder, 'back'));
    expect(await filesIn(join(folder, 'back'))).toEqual(['2021/decision/27/act.pdf', '2021/decision/27/annexes/1-100%25 кошторис.xlsx']);
    expect(await readFile(join(folder, 'back/2021/decision/27/act.pdf'), 'utf8')).toBe('рішення');
  });
});
